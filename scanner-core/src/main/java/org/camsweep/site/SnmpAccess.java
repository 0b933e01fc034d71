package org.camsweep.site;

import java.util.Optional;

/**
 * Where the key is kept by which a network's devices may be read by SNMP. Like {@link Credential},
 * it holds references only, never the secret.
 *
 * @param version the protocol's version
 * @param name where the community (2c) or the user name (3) is
 * @param auth how messages are authenticated; empty with 2c, and where the owner wrote {@code none}
 * @param privacy how messages are encrypted; empty with 2c, and where the owner wrote {@code none}
 */
public record SnmpAccess(
    Version version, Credential.Reference name, Optional<Lock> auth, Optional<Lock> privacy) {
  /** SNMPv2c (RFC 1901): the community travels in clear. SNMPv3: the user model of RFC 3414. */
  public enum Version {
    V2C,
    V3
  }

  /** What a password is used for. */
  public enum Algorithm {
    /** HMAC-SHA-96 (RFC 3414). */
    SHA,
    /** HMAC-192-SHA-256 (RFC 7860). */
    SHA_256,
    /** CFB128-AES-128 (RFC 3826). */
    AES_128
  }

  /**
   * A password and its use.
   *
   * @param password where it is
   */
  public record Lock(Algorithm algorithm, Credential.Reference password) {}

  public SnmpAccess {
    if (privacy.isPresent() && auth.isEmpty()) {
      throw new IllegalArgumentException("RFC 3414 has no privacy without authentication");
    }
    if (version == Version.V2C && auth.isPresent()) {
      throw new IllegalArgumentException("SNMPv2c has no passwords");
    }
  }

  /** For example {@code SNMPv2c, in clear: community in environment variable CCTV_SNMP}. */
  public String text() {
    return version == Version.V2C
        ? "SNMPv2c, in clear: community in " + name.text()
        : "SNMPv3: user name in "
            + name.text()
            + auth.map(l -> ", authentication password in " + l.password().text())
                .orElse(", NOT authenticated")
            + privacy
                .map(l -> ", privacy password in " + l.password().text())
                .orElse(", NOT encrypted");
  }
}
