package org.camsweep.interview;

import java.util.Arrays;

/**
 * A log-in in memory. It has no text form, is not serialisable, and is wiped when closed; nothing
 * but the digest made from it leaves the process.
 */
public final class Secret implements AutoCloseable {
  private final String user;
  private final char[] password;

  Secret(String user, char[] password) {
    this.user = user;
    this.password = password.clone();
  }

  String user() {
    return user;
  }

  /** A copy that the caller wipes. */
  char[] password() {
    return password.clone();
  }

  @Override
  public void close() {
    Arrays.fill(password, '\0');
  }

  @Override
  public String toString() {
    return "a log-in, not shown";
  }
}
