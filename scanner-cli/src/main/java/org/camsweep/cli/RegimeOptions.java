package org.camsweep.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.RegimeReader;
import org.camsweep.scan.Rules;
import picocli.CommandLine.Option;

/** Which signatures and regimes there are: the shipped ones, and the organisation's own. */
final class RegimeOptions {
  @Option(
      names = "--include-unverified",
      description =
          "Judge by regimes, too, whose text nobody has read in a source; marked as such.")
  private boolean includeUnverified;

  @Option(
      names = "--signatures",
      paramLabel = "PATH",
      description = "Folder or jar of makers, labels and regimes of your own, beside the shipped.")
  private Optional<Path> signatures = Optional.empty();

  @Option(
      names = "--regimes",
      paramLabel = "PATH",
      description =
          "A file with a rule of your own organisation, or a folder of them; may be repeated.")
  private List<Path> own = List.of();

  Rules rules() throws ConfigException {
    PackFiles pack = shipped();
    Rules rules =
        Rules.read(
            signatures.isPresent() ? pack.with(PackFiles.openPart(signatures.get())) : pack,
            includeUnverified);
    if (own.isEmpty()) {
      return rules;
    }
    List<DataFile> files = OwnFiles.regimes(own);
    rules = rules.with(RegimeReader.readOwn(files, rules.regimes()));
    for (DataFile file : files) {
      rules = rules.from("regime", file);
    }
    return rules;
  }

  /** The pack that came with this program. */
  static PackFiles shipped() throws ConfigException {
    String manifest = PackFiles.HOME + "pack.yaml";
    URL url = RegimeOptions.class.getClassLoader().getResource(manifest);
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
