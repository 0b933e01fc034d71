package org.camsweep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.report.Report;
import org.camsweep.site.Circumstances;

/** What this program, this Java and this machine's clock are, for the record. */
final class Surroundings {
  /** systemd-timesyncd puts it there once the clock was set by a time server. */
  private static final Path IN_STEP = Path.of("/run/systemd/timesync/synchronized");

  private Surroundings() {}

  static Circumstances now(Optional<Path> siteFile) {
    return new Circumstances(
        program(),
        "Java "
            + Runtime.version()
            + " ("
            + System.getProperty("java.vendor", "unknown")
            + "), "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        clock(IN_STEP),
        siteFile.flatMap(Surroundings::sha256),
        siteFile.map(file -> file.toAbsolutePath().normalize().toString()));
  }

  /** Only one service leaves a mark that can be read; of others nothing is known. */
  static String clock(Path mark) {
    return Files.exists(mark)
        ? "in step with a time server (systemd-timesyncd)"
        : "unknown: this machine does not tell whether its clock is in step";
  }

  /** The jars of this program; none while it runs from the folders of its build. */
  private static List<String> program() {
    TreeSet<Path> jars = new TreeSet<>();
    for (Class<?> part : List.<Class<?>>of(Main.class, Report.class)) {
      jar(part.getProtectionDomain().getCodeSource()).ifPresent(jars::add);
    }
    Optional.ofNullable(Main.class.getClassLoader().getResource(PackFiles.HOME + "pack.yaml"))
        .map(url -> url.getPath().replaceAll("^file:|!.*$", ""))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .ifPresent(jars::add);
    List<String> hashes = new ArrayList<>();
    for (Path jar : jars) {
      sha256(jar).ifPresent(hash -> hashes.add(jar.getFileName() + " sha256:" + hash));
    }
    return hashes;
  }

  private static Optional<Path> jar(CodeSource source) {
    try {
      return Optional.ofNullable(source)
              .map(CodeSource::getLocation)
              .filter(url -> url.getPath().endsWith(".jar"))
              .isPresent()
          ? Optional.of(Path.of(source.getLocation().toURI()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The hash of a file, if it can be read. */
  static Optional<String> sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        sha.update(part, 0, n);
      }
      return Optional.of(HexFormat.of().formatHex(sha.digest()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
