package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.RegimeReader;
import org.camsweep.scan.Rules;
import org.camsweep.store.PackOrigin;
import picocli.CommandLine.Option;

/** Which signatures and regimes there are: the shipped ones, and the organisation's own. */
final class RegimeOptions {
  @Option(
      names = "--include-unverified",
      description =
          "Judge by regimes, too, whose text nobody has read in a source; marked as such.")
  private boolean includeUnverified;

  @Option(
      names = "--pack",
      paramLabel = "PATH",
      description = {
        "Use this data pack, a folder, zip or jar file, instead of the installed or shipped one;",
        "CAMSWEEP_PACK does the same."
      })
  private Optional<Path> pack = Optional.empty();

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

  private final Terminal terminal;

  RegimeOptions(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether nothing but the pack that came with the program is read. */
  boolean shippedOnly(PackOrigin base) {
    return own.isEmpty() && signatures.isEmpty() && base.where().equals(Packs.OF_PROGRAM);
  }

  /** The pack in use, not read yet. */
  PackOrigin base() throws ConfigException {
    return new Packs(terminal).inUse(pack);
  }

  Rules rules() throws ConfigException {
    return rules(base());
  }

  Rules rules(PackOrigin base) throws ConfigException {
    PackFiles files = base.files();
    Rules rules =
        Rules.read(
                signatures.isPresent() ? files.with(PackFiles.openPart(signatures.get())) : files,
                includeUnverified)
            .from(base.line() + signatures.map(p -> ", with own files from " + p).orElse(""));
    if (own.isEmpty()) {
      return rules;
    }
    List<DataFile> regimes = OwnFiles.regimes(own);
    rules = rules.with(RegimeReader.readOwn(regimes, rules.regimes()));
    for (DataFile file : regimes) {
      rules = rules.from("regime", file);
    }
    return rules;
  }
}
