package org.camsweep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.ResultFolder;
import org.camsweep.manifest.SigningKey;
import org.camsweep.report.Report;
import org.camsweep.report.ReportReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Renders a stored report in other formats. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Render a stored report as it was judged: on the screen, or in other formats with -o.",
      "Judges nothing, and sends nothing unless a log host is named."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep report out",
      "  camsweep report out -o csv=-",
      "  camsweep report out -o xlsx -o oscal --marking OFFICIAL-SENSITIVE",
      "  camsweep report out -o html=shared.html --redact serial,mac,host",
      "  camsweep report out -o syslog=tls://log.example:6514 --log-ca ca.pem"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RESULT", description = "A result folder, or a report.json.")
  private Path result;

  @Mixin private OutputOptions outputs;
  @Mixin private SignOption sign;
  @Mixin private MarkingOption marking;
  @Mixin private RedactOption redact;
  @Mixin private GateOptions gate;
  @Mixin private ScreenOptions screen;

  private final Terminal terminal;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean isFolder = Files.isDirectory(result);
    Path folder = isFolder ? result : result.toAbsolutePath().getParent();
    Report stored = read(result);
    Optional<String> marked = marking.or(stored.provenance().marking());
    Report report = redact.of(stored.marked(marked));
    List<OutputOptions.Output> formats =
        outputs.read(folder, redact.inNames() + MarkingOption.inNames(marked));
    Optional<SigningKey> key = sign.key(terminal);
    outputs.checkFree(formats);
    OutputOptions.checkSeals(formats, key, Optional.empty());
    OutputOptions.write(formats, report, terminal);
    OutputOptions.seal(formats, key);
    if (formats.isEmpty()) {
      screen.show(terminal, terminal.out(), report, "");
    }
    return outputs.send(formats, report, terminal, gate.exitCode(report, terminal.err()));
  }

  /** The report of a result folder, or the file itself. */
  static Report read(Path result) throws ConfigException {
    Path file = Files.isDirectory(result) ? result.resolve(ResultFolder.REPORT) : result;
    if (!Files.exists(file)) {
      throw new ConfigException(
          file.toString(), 0, "is not there", "make it with 'camsweep identify DIR -o json'");
    }
    return ReportReader.read(file);
  }
}
