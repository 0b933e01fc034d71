package org.camsweep.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.WaiverReader;
import org.camsweep.policy.Waivers;
import org.camsweep.scan.Rules;
import picocli.CommandLine.Option;

/** By what a result is judged. */
final class JudgeOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Judge by lists and owners of this day, as 2026-11-30 (default: the scan's day).")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--include-unverified",
      description = "Judge by regimes, too, whose text nobody has read in a source.")
  private boolean includeUnverified;

  @Option(
      names = "--signatures",
      paramLabel = "PATH",
      description = "Folder or jar of makers, labels and regimes of your own, beside the shipped.")
  private Optional<Path> signatures = Optional.empty();

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "What the owner accepts for a while; wins over the site file's.")
  private Optional<Path> waivers = Optional.empty();

  Optional<LocalDate> asOf() {
    return asOf;
  }

  Rules rules() throws ConfigException {
    return rules(Optional.empty());
  }

  /** The rules, with the waivers of the site file unless others are named. */
  Rules rules(Optional<Path> waiversOfSite) throws ConfigException {
    PackFiles files = shipped();
    Rules rules =
        Rules.read(
            signatures.isPresent() ? files.with(PackFiles.openPart(signatures.get())) : files,
            includeUnverified);
    Optional<Path> accepted = waivers.or(() -> waiversOfSite);
    return accepted.isPresent() ? rules.with(waivers(accepted.get())) : rules;
  }

  /** Reads a file of waivers. */
  static Waivers waivers(Path file) throws ConfigException {
    try {
      return WaiverReader.read(new DataFile(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new ConfigException(file.toString(), 0, "cannot be read", "check the path of waivers");
    }
  }

  /** The pack that came with this program. */
  static PackFiles shipped() throws ConfigException {
    String manifest = PackFiles.HOME + "pack.yaml";
    URL url = JudgeOptions.class.getClassLoader().getResource(manifest);
    if (url == null) {
      throw new ConfigException(manifest, 0, "is not in the program", "install camsweep again");
    }
    try {
      return PackFiles.open(url.toURI());
    } catch (URISyntaxException e) {
      throw new ConfigException(url.toString(), 0, "is no place", "install camsweep again");
    }
  }
}
