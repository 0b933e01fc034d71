package org.camsweep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ObservationLines;
import org.camsweep.scan.Recorder;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes devices out of a result, old or made for it, as a recording for others. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Write what a result holds of a device as a recording that may be shown to others:",
      "addresses, serial numbers, UUIDs, certificates' hashes, names, e-mail addresses and places",
      "are replaced; the registered block of a hardware address (24 bits, or the 28 or 36 of its",
      "block), the first half of serial numbers, words under four letters and all that shows the",
      "firmware stay. Read it before you hand it on. Sends nothing, unless --ask is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep record 10.0.0.21 --result out -o unknown-camera.ndjson",
      "  camsweep record 10.0.0.21 --ask asked --site camsweep.yaml -o unknown-camera.ndjson",
      "  camsweep identify unknown-camera.ndjson"
    })
final class RecordCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ADDRESS",
      arity = "1..*",
      description = "Addresses of the device; several if it answers at several.")
  private List<String> addresses = List.of();

  @Option(
      names = "--result",
      paramLabel = "RESULT",
      description = "A result folder, or a file of observations (default: this folder).")
  private Optional<Path> result = Optional.empty();

  @Option(
      names = "--ask",
      paramLabel = "DIR",
      description = {
        "Scan the addresses first, thoroughly and as gently as ever, into this new result",
        "folder; with --site only where the site file allows it."
      })
  private Optional<Path> ask = Optional.empty();

  @Option(names = "--site", paramLabel = "FILE", description = "Site file for --ask.")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write (default: standard output). Nothing is written over.")
  private Optional<Path> output = Optional.empty();

  @Mixin private RegimeOptions regimes;

  private final Terminal terminal;

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path from = from();
    Set<Address> wanted = new HashSet<>();
    for (String address : addresses) {
      wanted.add(address(address));
    }
    if (output.isPresent() && Files.exists(output.get())) {
      throw StopException.wrongUse(output.get() + " exists", "name another file");
    }
    if (ask.isPresent() && asked(ask.get()) == ExitCode.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    JournalReader journal =
        Files.isDirectory(from) ? JournalReader.open(from) : JournalReader.ofObservations(from);
    Recorder.Recording recording =
        new Recorder(regimes.rules())
            .record(journal, wanted)
            .orElseThrow(
                () ->
                    StopException.wrongUse(
                        from + " holds nothing of " + String.join(", ", addresses),
                        "see 'camsweep report " + from + "'"));
    write(ObservationLines.of(recording.observations()));
    if (!recording.same()) {
      terminal
          .err()
          .println(
              "camsweep: the recording is not identified like the device: something that was"
                  + " replaced matters; say so when you hand it on");
    }
    return ExitCode.DONE;
  }

  private Path from() throws StopException {
    if (ask.isPresent() && result.isPresent()) {
      throw StopException.wrongUse("--ask does not go with --result", "leave one out");
    }
    if (site.isPresent() && ask.isEmpty()) {
      throw StopException.wrongUse("--site goes with --ask only", "leave it out");
    }
    return ask.or(() -> result).orElse(Path.of("."));
  }

  /** Scans the addresses as {@code scan} does; what it prints goes to the messages. */
  private int asked(Path folder) throws Exception {
    List<String> words = new ArrayList<>(addresses);
    site.ifPresent(file -> words.addAll(List.of("--site", file.toString())));
    words.addAll(List.of("--thorough", "-d", folder.toString()));
    Terminal aside = terminal.speakingAside();
    ScanCommand scan = new ScanCommand(aside);
    new CommandLine(scan, Main.factory(aside)).parseArgs(words.toArray(String[]::new));
    return scan.call();
  }

  private static Address address(String text) throws StopException {
    try {
      return Cidr.address(text);
    } catch (IllegalArgumentException e) {
      throw StopException.wrongUse("'" + text + "' is no address", "write one such as 10.0.0.21");
    }
  }

  private void write(String lines) throws IOException {
    if (output.isEmpty()) {
      terminal.out().flush();
      terminal.bytes().write(lines.getBytes(StandardCharsets.UTF_8));
      terminal.bytes().flush();
      return;
    }
    Files.writeString(output.get(), lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }
}
