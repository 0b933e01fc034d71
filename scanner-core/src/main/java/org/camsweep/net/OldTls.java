package org.camsweep.net;

import java.security.Security;

/**
 * Lets this process speak the TLS of old cameras. The JDK refuses old protocols through a security
 * property that it reads once, so whoever is the first to use TLS in the process calls {@link
 * #allow} before; what must be secret restricts its own connection again.
 */
public final class OldTls {
  private static final String PROPERTY = "jdk.tls.disabledAlgorithms";

  private OldTls() {}

  /** Leaves only suites without a key or without a cipher switched off. */
  public static void allow() {
    Security.setProperty(PROPERTY, "anon, NULL");
  }
}
