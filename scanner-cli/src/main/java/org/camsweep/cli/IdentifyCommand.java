package org.camsweep.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalReader;
import org.camsweep.manifest.SigningKey;
import org.camsweep.report.Report;
import org.camsweep.scan.Judge;
import org.camsweep.site.SensitiveReason;
import org.camsweep.site.SiteFileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a stored result again. */
@Command(
    name = "identify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judge a stored result again, by the signatures and regimes of this version, and show it.",
      "Sends nothing. The same evidence under the same rules gives the same report, byte for byte."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep identify out",
      "  camsweep identify out --as-of 2027-04-01 -o json=rejudged.json",
      "  camsweep identify out --waivers waivers.yaml --baseline inspection-may"
    })
final class IdentifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RESULT",
      description = "A result folder, or a file of observations (NDJSON) that somebody else made.")
  private Path result;

  @Option(
      names = "--sensitive",
      paramLabel = "REASON",
      converter = Words.SensitiveReasons.class,
      completionCandidates = Words.SensitiveReasonWords.class,
      description = "The observations of a file come from a sensitive network, and why.")
  private Optional<SensitiveReason> sensitive = Optional.empty();

  @Option(
      names = "--core-network",
      description = "The observations of a file come from a core network.")
  private boolean coreNetwork;

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description = "Use the waivers that this site file names, as its scan did.")
  private Optional<Path> site = Optional.empty();

  @Mixin private OutputOptions outputs;
  @Mixin private JudgeOptions judge;
  @Mixin private BaselineOption baseline;
  @Mixin private SignOption sign;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;

  private final Terminal terminal;

  IdentifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean isFolder = Files.isDirectory(result);
    if (isFolder && (sensitive.isPresent() || coreNetwork)) {
      throw StopException.wrongUse(
          "--sensitive and --core-network go with a file of observations only",
          "a result folder keeps what its scan was told");
    }
    Path folder = isFolder ? result : result.toAbsolutePath().getParent();
    List<OutputOptions.Output> formats = outputs.read(folder);
    Optional<SigningKey> key = sign.key(terminal);
    outputs.checkFree(formats);
    OutputOptions.checkSeals(formats, key, Optional.empty());
    Optional<Path> waivers =
        site.isPresent() ? SiteFileReader.read(site.get()).waivers() : Optional.empty();
    Optional<Report> earlier = baseline.read();
    Report report = BaselineOption.compared(earlier, judged(new Judge(judge.rules(waivers))));
    OutputOptions.write(formats, report, terminal);
    OutputOptions.seal(formats, key);
    boolean resultsOnOut = OutputOptions.toStandardOutput(formats);
    PrintWriter to = resultsOnOut ? terminal.err() : terminal.out();
    BaselineOption.show(earlier, report, terminal, to, screen);
    screen.show(terminal, to, report, "");
    return gate.exitCode(report, terminal.err());
  }

  private Report judged(Judge by) throws ConfigException {
    return Files.isDirectory(result)
        ? by.judge(JournalReader.open(result), judge.asOf())
        : by.judgeFile(
            JournalReader.ofObservations(result),
            String.valueOf(result.getFileName()),
            Version.line(),
            sensitive,
            coreNetwork,
            judge.asOf());
  }
}
