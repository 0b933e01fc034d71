package org.camsweep.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camsweep.journal.ResultFolder;

/** The files of a result folder, seen as a manifest sees them. */
final class FolderFiles {
  private static final Pattern SEAL = Pattern.compile("manifest(-[0-9]+)?\\.json(\\.sig)?");

  private FolderFiles() {}

  /** The name of the n-th manifest, from 1 on. */
  static String manifest(int number) {
    return number == 1 ? ResultFolder.MANIFEST : "manifest-" + number + ".json";
  }

  static String signature(int number) {
    return manifest(number) + ".sig";
  }

  /** Whether a name is a manifest's or a signature's, in the folder itself. */
  static boolean isSeal(String name) {
    return SEAL.matcher(name).matches();
  }

  /** How many manifests follow each other, from the first on. */
  static int manifests(Path folder) {
    int number = 0;
    while (Files.exists(folder.resolve(manifest(number + 1)), LinkOption.NOFOLLOW_LINKS)) {
      number++;
    }
    return number;
  }

  /** Everything in the folder that is no folder itself, links too, without following them. */
  static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
          .map(f -> name(folder.relativize(f)))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String name(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /** Whether it is a file of its own, neither a link nor anything that is opened elsewhere. */
  static boolean isPlain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  static Manifest.Sealed seal(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    MessageDigest sha = sha256();
    long size = 0;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        sha.update(part, 0, n);
        size += n;
      }
    }
    return new Manifest.Sealed(name, size, HexFormat.of().formatHex(sha.digest()));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
