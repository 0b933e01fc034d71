package org.camsweep.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.observe.Plain;
import org.camsweep.scan.PackTrial;
import org.camsweep.scan.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The signature pack in use. */
@Command(
    name = "signatures",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The signatures in use, and the checks for those who write them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep signatures ls",
      "  camsweep signatures test my-signatures",
      "  camsweep signatures verify pack-2026.12.zip --key office.pem"
    },
    subcommands = {
      SignaturesCommand.Ls.class,
      SignaturesCommand.Test.class,
      PackCommands.Verify.class,
      PackCommands.Install.class,
      PackCommands.Uninstall.class
    })
final class SignaturesCommand {
  private SignaturesCommand() {}

  /** {@code signatures ls}. */
  @Command(
      name = "ls",
      mixinStandardHelpOptions = true,
      description = "List the makers with the number of their signatures and address blocks.",
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep signatures ls"})
  static final class Ls implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private RegimeOptions regimes;

    Ls(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      Rules rules = regimes.rules();
      Pack pack = rules.pack();
      Map<String, Long> signatures =
          pack.signatures().stream()
              .flatMap(s -> s.maker().stream())
              .collect(Collectors.groupingBy(m -> m, Collectors.counting()));
      pack.makers().stream()
          .sorted(Comparator.comparing(Maker::id))
          .forEach(
              m ->
                  terminal
                      .out()
                      .println(
                          Cells.fit(m.id(), 24)
                              + "  %4d  %-3s  "
                                  .formatted(
                                      signatures.getOrDefault(m.id(), 0L), m.country().orElse("?"))
                              + Cells.cut(m.name(), 60)));
      terminal
          .out()
          .println(
              "pack %s: %s, %s, %s, sha256:%s"
                  .formatted(
                      pack.version(),
                      Words.count(pack.makers().size(), "maker"),
                      Words.count(pack.signatures().size(), "signature"),
                      Words.count(pack.labels().size(), "label row"),
                      pack.hash()));
      terminal.out().println(Plain.of(rules.origin()));
      return ExitCode.DONE;
    }
  }

  /** {@code signatures test}. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Check a pack as the build does: examples, captures, fields that no probe says, patterns",
        "that take ordinary texts, signatures that are never reached, texts that two makers claim.",
        "Exit code 2 if anything must be mended; each fault has file, line and cure."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep signatures test my-signatures"})
  static final class Test implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
        paramLabel = "PATH",
        arity = "0..1",
        description = "Folder or jar of your own, checked beside the shipped pack.")
    private Optional<Path> own = Optional.empty();

    Test(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException {
      PackFiles files = Packs.shipped();
      if (own.isPresent()) {
        files = files.with(PackFiles.openPart(own.get()));
      }
      PackCheck.Result result = PackTrial.run(files);
      result.remarks().forEach(r -> terminal.out().println("look at: " + Plain.of(r.getMessage())));
      result.faults().forEach(f -> terminal.err().println(Plain.of(f.getMessage())));
      terminal
          .out()
          .println(
              "%s checked, %s"
                  .formatted(
                      Words.count(result.pack().signatures().size(), "signature"),
                      Words.count(result.faults().size(), "fault")));
      return result.faults().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USE;
    }
  }
}
