package org.camsweep.store;

import java.util.Optional;
import org.camsweep.fingerprint.PackFiles;

/**
 * A pack in use and where it is from.
 *
 * @param where in plain words
 * @param signer SHA-256 of the key that signed it, lower-case hexadecimal; empty for one that is
 *     not signed
 */
public record PackOrigin(PackFiles files, String where, Optional<String> signer) {
  /** One line, as reports show it. */
  public String line() {
    return "data pack "
        + where
        + signer.map(s -> ", signed by the key with SHA-256 " + s).orElse(", not signed");
  }
}
