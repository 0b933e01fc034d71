package org.camsweep.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.camsweep.journal.ResultFolder;
import org.camsweep.manifest.Seal;
import org.camsweep.manifest.SigningKey;
import org.camsweep.net.syslog.LogHost;
import org.camsweep.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Formats to write a report in, and where to. */
final class OutputOptions {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT[=PATH]",
      completionCandidates = FormatWords.class,
      description = {
        "Write the report in this format; may be repeated. Without PATH it goes into the result",
        "folder; '-' is standard output. A word that is no format lists them all.",
        "-o syslog=tls://HOST:PORT sends to a log host; tcp:// and udp:// do too, unprotected."
      })
  private List<String> outputs = new ArrayList<>();

  @Option(names = "--overwrite", description = "Write over files that are there already.")
  private boolean overwrite;

  @Mixin private LogHosts logHosts = new LogHosts();

  /** One format and its place; neither a path nor a host is standard output. */
  record Output(Exporter exporter, Optional<Path> path, Optional<LogHost> host) {
    boolean isStandardOutput() {
      return path.isEmpty() && host.isEmpty();
    }
  }

  /** Sends to the log hosts named, last of all; gives the exit code. */
  int send(List<Output> outputs, Report report, Terminal terminal, int code) throws StopException {
    return logHosts.send(outputs, report, terminal, code);
  }

  boolean overwrite() {
    return overwrite;
  }

  /**
   * Reads the words, before anything is sent: a wrong word must not cost a scan.
   *
   * @param mark what the names of files in the folder end in, before their ending
   */
  List<Output> read(Path folder, String mark) throws StopException {
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
      Output output = output(exporter.get(), place, folder, mark);
      if (read.stream().anyMatch(o -> samePlace(o, output))) {
        throw StopException.wrongUse(
            "two outputs go to " + output.path().map(Path::toString).orElse("standard output"),
            "give each a path of its own");
      }
      read.add(output);
    }
    if (read.stream().anyMatch(o -> o.host().isPresent())) {
      logHosts.trust();
    }
    return read;
  }

  private static boolean samePlace(Output one, Output other) {
    return one.path().equals(other.path()) && one.host().equals(other.host());
  }

  private static Output output(Exporter exporter, String place, Path folder, String mark)
      throws StopException {
    if (LogHost.isMeant(place)) {
      LogHost host = LogHosts.read(exporter.format(), place);
      return new Output(exporter, Optional.empty(), Optional.of(host));
    }
    if (place.equals(STANDARD_OUTPUT)) {
      return new Output(exporter, Optional.empty(), Optional.empty());
    }
    // Several formats have the same ending: all but its namesake say which they are.
    String which = exporter.format().equals(exporter.ending()) ? "" : "-" + exporter.format();
    Path path =
        place.isEmpty()
            ? folder.resolve("report" + which + mark + "." + exporter.ending())
            : Path.of(place);
    return new Output(exporter, Optional.of(path), Optional.empty());
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

  /**
   * Refuses files that a sealed result holds, and adding to one by another key than its own.
   *
   * @param unsealed a folder whose seal is about to be taken off, if there is one
   */
  static void checkSeals(List<Output> read, Optional<SigningKey> key, Optional<Path> unsealed)
      throws StopException, ConfigException {
    Optional<Path> free = unsealed.map(Path::toAbsolutePath);
    for (Output output : read) {
      if (output.path().isEmpty() || free.equals(Optional.of(folder(output)))) {
        continue;
      }
      Seal seal = Seal.of(folder(output));
      if (seal.covers(output.path().get())) {
        throw StopException.wrongUse(
            output.path().get() + " is sealed by a manifest and is never written over",
            "name another file with -o " + output.exporter().format() + "=PATH");
      }
      seal.checkAdding(key);
    }
  }

  static boolean toStandardOutput(List<Output> outputs) {
    return outputs.stream().anyMatch(Output::isStandardOutput);
  }

  /** Names what was written into a sealed result in a manifest of its own. */
  static void seal(List<Output> outputs, Optional<SigningKey> key) throws ConfigException {
    for (Output output : outputs) {
      if (output.path().isPresent()) {
        Seal.of(folder(output)).add(key);
      }
    }
  }

  /** For shell completion. */
  static final class FormatWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ExportCatalogue.all().stream().map(Exporter::format).iterator();
    }
  }

  private static Path folder(Output output) {
    return Optional.ofNullable(output.path().orElseThrow().toAbsolutePath().getParent())
        .orElse(Path.of("/"));
  }

  /** Writes every output. */
  static void write(List<Output> outputs, Report report, Terminal terminal) throws IOException {
    for (Output output : outputs) {
      if (output.path().isPresent()) {
        ResultFolder.write(output.path().get(), out -> output.exporter().write(report, out));
      } else if (output.isStandardOutput()) {
        terminal.out().flush();
        OutputStream out = new BufferedOutputStream(terminal.bytes());
        output.exporter().write(report, out);
        out.flush();
      }
    }
  }
}
