package org.camsweep.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Content hashes of data files: the first 12 hex digits of SHA-256, enough to tell versions. */
final class Hashes {
  static final int DIGITS = 12;

  private Hashes() {}

  /** Over the files' last names and bytes, whatever folder and order they come in. */
  static String of(List<DataFile> files) {
    MessageDigest sha = sha256();
    files.stream()
        .sorted(Comparator.comparing(Hashes::lastName))
        .forEach(
            f -> {
              sha.update(lastName(f).getBytes(StandardCharsets.UTF_8));
              sha.update((byte) 0);
              sha.update(sha256().digest(f.bytes()));
            });
    return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
  }

  /** Over one file's bytes alone, so that anyone can check it with {@code sha256sum}. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes)).substring(0, DIGITS);
  }

  private static String lastName(DataFile file) {
    String name = file.name().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
