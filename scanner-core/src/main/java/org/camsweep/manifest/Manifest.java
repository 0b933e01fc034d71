package org.camsweep.manifest;

import java.util.List;
import java.util.Optional;

/**
 * What a folder held when it was sealed. The first manifest is written when a scan has ended; a
 * later one names only what was added since, so that nothing sealed is ever written over.
 *
 * @param scanId the scan whose result it is
 * @param previous the inspection before this one; in the first manifest only
 * @param follows SHA-256 of the manifest before it in the same folder; absent in the first
 * @param signer whose signature stands beside it; absent if it is not signed
 */
public record Manifest(
    String scanId,
    Optional<Previous> previous,
    Optional<String> follows,
    Optional<Signer> signer,
    List<Sealed> files) {
  public Manifest {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name relative to the folder, with {@code /} between its parts
   * @param size in bytes
   * @param sha256 lower-case hexadecimal
   */
  public record Sealed(String name, long size, String sha256) {}

  /**
   * The inspection before.
   *
   * @param manifestSha256 of its first manifest
   */
  public record Previous(String scanId, String manifestSha256) {}

  /**
   * Who signed. It stands inside what is signed, so a signature that was taken away is missed.
   *
   * @param algorithm {@code Ed25519} or {@code SHA256withECDSA}, as Java names them
   * @param publicKey the key as an X.509 SubjectPublicKeyInfo, Base64
   * @param subject the name in the key's certificate
   */
  public record Signer(String algorithm, String publicKey, String subject) {}
}
