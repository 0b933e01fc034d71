package org.camsweep.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.report.Report;
import picocli.CommandLine.Option;

/** Formats to write a report in, and where to. */
final class OutputOptions {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT[=PATH]",
      description = {
        "Write the report in this format; may be repeated. Without PATH it goes into the result",
        "folder; '-' is standard output. A word that is no format lists them all."
      })
  private List<String> outputs = new ArrayList<>();

  @Option(names = "--overwrite", description = "Write over files that are there already.")
  private boolean overwrite;

  /** One format and its place; no place is standard output. */
  record Output(Exporter exporter, Optional<Path> path) {}

  boolean overwrite() {
    return overwrite;
  }

  /** Reads the words, before anything is sent: a wrong word must not cost a scan. */
  List<Output> read(Path folder) throws StopException {
    List<Output> read = new ArrayList<>();
    for (String word : outputs) {
      int equals = word.indexOf('=');
      String format = equals < 0 ? word : word.substring(0, equals);
      Optional<Exporter> exporter = ExportCatalogue.find(format);
      if (exporter.isEmpty()) {
        String all =
            ExportCatalogue.all().stream().map(Exporter::format).collect(Collectors.joining(", "));
        throw StopException.wrongUse("no format is called '" + format + "'", "use one of: " + all);
      }
      String place = equals < 0 ? "" : word.substring(equals + 1);
      Optional<Path> path =
          place.equals(STANDARD_OUTPUT)
              ? Optional.empty()
              : Optional.of(
                  place.isEmpty()
                      ? folder.resolve("report." + exporter.get().ending())
                      : Path.of(place));
      if (read.stream().anyMatch(o -> o.path().equals(path))) {
        throw StopException.wrongUse(
            "two outputs go to " + path.map(Path::toString).orElse("standard output"),
            "give each a path of its own");
      }
      read.add(new Output(exporter.get(), path));
    }
    return read;
  }

  /** Refuses files that are there already, unless the user wants them written over. */
  void checkFree(List<Output> read) throws StopException {
    for (Output output : read) {
      if (!overwrite && output.path().map(Files::exists).orElse(false)) {
        throw StopException.wrongUse(
            output.path().get() + " is there already",
            "name another file with -o "
                + output.exporter().format()
                + "=PATH, or say --overwrite");
      }
    }
  }

  static boolean toStandardOutput(List<Output> outputs) {
    return outputs.stream().anyMatch(o -> o.path().isEmpty());
  }

  /** Writes every output. */
  static void write(List<Output> outputs, Report report, Terminal terminal) throws IOException {
    for (Output output : outputs) {
      if (output.path().isPresent()) {
        ResultFolder.write(output.path().get(), out -> output.exporter().write(report, out));
      } else {
        terminal.out().flush();
        OutputStream out = new BufferedOutputStream(terminal.bytes());
        output.exporter().write(report, out);
        out.flush();
      }
    }
  }
}
