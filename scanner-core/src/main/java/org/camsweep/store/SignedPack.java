package org.camsweep.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.manifest.PublicKeys;

/**
 * A packed pack and the signature over its bytes, both read once, so that what was checked is what
 * is kept. The signature is the bare one of Ed25519 (RFC 8032) or ECDSA (FIPS 186-5), as {@code
 * openssl pkeyutl -sign -rawin} writes it.
 *
 * @param signer the key that the signature fits
 */
record SignedPack(Path file, Bytes pack, Bytes signature, PublicKey signer) {
  static final int MAX_PACK = 64 * 1024 * 1024;
  static final int MAX_SIGNATURE = 1_024;

  /** Bytes that nobody changes. */
  static final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] get() {
      return bytes.clone();
    }
  }

  /**
   * Reads a pack and checks its signature.
   *
   * @param trusted keys of which one must have signed it
   * @throws ConfigException if none did, or a file is missing or too large
   */
  static SignedPack read(Path file, Path signature, List<PublicKey> trusted)
      throws ConfigException {
    byte[] pack = bytes(file, MAX_PACK, "a pack has at most 64 MiB");
    byte[] signed = bytes(signature, MAX_SIGNATURE, "a signature has some 64 bytes");
    Optional<PublicKey> signer =
        trusted.stream().filter(k -> PublicKeys.verifies(k, pack, signed)).findFirst();
    if (signer.isEmpty()) {
      throw new ConfigException(
          file.toString(),
          0,
          "the signature "
              + signature.getFileName()
              + " is not that of a trusted key over this file",
          "get both files again from whom you trust, or name the signer's key with --key");
    }
    return new SignedPack(file, new Bytes(pack), new Bytes(signed), signer.get());
  }

  private static byte[] bytes(Path file, int most, String limit) throws ConfigException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new ConfigException(file.toString(), 0, "is too large", limit);
      }
      return bytes;
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new ConfigException(file.toString(), 0, why, "check the path and its permissions");
    }
  }
}
