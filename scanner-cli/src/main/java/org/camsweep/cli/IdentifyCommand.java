package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.manifest.SigningKey;
import org.camsweep.report.Basis;
import org.camsweep.report.Report;
import org.camsweep.scan.Foreign;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.camsweep.withhold.Withholding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges a stored result again. */
@Command(
    name = "identify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judge a stored result again, by the signatures and regimes of this version, and show it.",
      "Judges files that somebody else made, too. Sends nothing. The same evidence under the same rules gives the same report, byte for byte."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep identify out",
      "  camsweep identify out --as-of 2027-04-01 -o json=rejudged.json",
      "  camsweep identify out --waivers waivers.yaml --baseline inspection-may",
      "  camsweep identify lobby.pcapng --site camsweep.yaml -o csv=-",
      "  camsweep identify nmap.xml --sensitive owner-decision",
      "  camsweep identify lobby.pcap 10.0.0.0/24 --sensitive owner-decision"
    })
final class IdentifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RESULT",
      index = "0",
      description = {
        "A result folder, or a file that somebody else made: a packet capture (pcap, pcapng),",
        "an Nmap report (-oX) or observations (NDJSON). Which it is, is told by its content."
      })
  private Path result;

  @Parameters(
      paramLabel = "TARGET",
      index = "1..*",
      arity = "0..*",
      description =
          "Of a file that somebody else made: judge these addresses; others are listed as from"
              + " outside.")
  private List<String> targets = new ArrayList<>();

  @Mixin private PlaceOptions places;
  @Mixin private OutputOptions outputs;
  @Mixin private JudgeOptions judge;
  @Mixin private BaselineOption baseline;
  @Mixin private SignOption sign;
  @Mixin private MarkingOption marking;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;

  private final Terminal terminal;

  IdentifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean isFolder = Files.isDirectory(result);
    if (isFolder && (places.namesAPlace() || !targets.isEmpty())) {
      throw StopException.wrongUse(
          "--sensitive, --core-network, --network and TARGET go with a file only",
          "a result folder keeps what its scan was told");
    }
    Path folder = isFolder ? result : result.toAbsolutePath().getParent();
    Optional<String> marked =
        marking.or(isFolder ? JournalReader.open(result).header().marking() : Optional.empty());
    List<OutputOptions.Output> formats = outputs.read(folder, MarkingOption.inNames(marked));
    Optional<SigningKey> key = sign.key(terminal);
    outputs.checkFree(formats);
    OutputOptions.checkSeals(formats, key, Optional.empty());
    PlaceOptions.Place place = places.read(targets);
    Optional<Report> earlier = baseline.read();
    Report report =
        BaselineOption.compared(earlier, judged(new Judge(rules(place)), place)).marked(marked);
    OutputOptions.write(formats, report, terminal);
    OutputOptions.seal(formats, key);
    boolean resultsOnOut = OutputOptions.toStandardOutput(formats);
    PrintWriter to = resultsOnOut ? terminal.err() : terminal.out();
    BaselineOption.show(earlier, report, terminal, to, screen);
    screen.show(terminal, to, report, "");
    return outputs.send(formats, report, terminal, gate.exitCode(report, terminal.err()));
  }

  /**
   * What it is judged by; of a file that somebody else made, which one it was and where it is of.
   */
  private Rules rules(PlaceOptions.Place place) throws ConfigException {
    Rules rules = judge.rules(place.waivers());
    if (!Files.isDirectory(result)) {
      rules = brought(rules, "evidence", result);
      if (places.site().isPresent()) {
        rules = brought(rules, "site", places.site().get());
      }
    }
    return rules;
  }

  private static Rules brought(Rules rules, String kind, Path file) {
    Optional<String> hash = Surroundings.sha256(file);
    return hash.isEmpty() // that it cannot be read is said where it is read
        ? rules
        : rules.restingOn(new Basis.Input(kind, String.valueOf(file.getFileName()), hash.get()));
  }

  private Report judged(Judge by, PlaceOptions.Place place) throws ConfigException {
    if (Files.isDirectory(result)) {
      return by.judge(JournalReader.open(result), judge.asOf());
    }
    Foreign.Place from =
        new Foreign.Place(place.networks(), places.sensitive(), places.coreNetwork());
    try (Withholding withholding =
        new SiteSecrets(System.getenv(), terminal.err())
            .withholding(place.secrets(), () -> by::mentions)) {
      Foreign evidence = Evidence.read(result, from).without(withholding);
      return by.judgeForeign(evidence, Version.line(), from, judge.asOf());
    }
  }
}
