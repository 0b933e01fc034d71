package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.camsweep.journal.JournalReader;
import org.camsweep.report.Report;
import org.camsweep.scan.Judge;
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
      "Sends nothing. The same evidence under the same rules gives the same report, byte for byte."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep identify out",
      "  camsweep identify out --as-of 2027-04-01 -o json=rejudged.json"
    })
final class IdentifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A result folder.")
  private Path folder;

  @Mixin private OutputOptions outputs;
  @Mixin private JudgeOptions judge;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;

  private final Terminal terminal;

  IdentifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<OutputOptions.Output> formats = outputs.read(folder);
    outputs.checkFree(formats);
    JournalReader journal = JournalReader.open(folder);
    Report report = new Judge(judge.rules()).judge(journal, judge.asOf());
    OutputOptions.write(formats, report, terminal);
    boolean resultsOnOut = OutputOptions.toStandardOutput(formats);
    screen.show(terminal, resultsOnOut ? terminal.err() : terminal.out(), report, "");
    return gate.exitCode(report, terminal.err());
  }
}
