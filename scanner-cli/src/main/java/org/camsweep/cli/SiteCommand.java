package org.camsweep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlValue;
import org.camsweep.observe.Plain;
import org.camsweep.site.Cidr;
import org.camsweep.site.Inspection;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.SiteFile;
import org.camsweep.site.SiteFileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes and checks site files; sends nothing. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Write an example site file, or check one. Sends nothing.",
    footerHeading = "%nExamples:%n",
    footer = {"  camsweep site init > camsweep.yaml", "  camsweep site check camsweep.yaml"},
    subcommands = {SiteCommand.Init.class, SiteCommand.Check.class})
final class SiteCommand {
  private SiteCommand() {}

  /** {@code site init}. */
  @Command(
      name = "init",
      mixinStandardHelpOptions = true,
      description = "Print an example site file with every key explained.",
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep site init > camsweep.yaml"})
  static final class Init implements java.util.concurrent.Callable<Integer> {
    private final Terminal terminal;

    Init(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      try (InputStream in = SiteCommand.class.getResourceAsStream("site-example.yaml")) {
        byte[] text = Objects.requireNonNull(in, "the example is in the jar").readAllBytes();
        terminal.out().print(new String(text, StandardCharsets.UTF_8));
        terminal.out().flush();
      }
      return ExitCode.DONE;
    }
  }

  /** {@code site check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Read a site file and say what it allows. Exit code 2 if it is wrong, with file, line",
        "and cure; 3 if it names addresses that are refused for safety."
      },
      footerHeading = "%nExamples:%n",
      footer = {"  camsweep site check camsweep.yaml"})
  static final class Check implements java.util.concurrent.Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
        paramLabel = "FILE",
        defaultValue = "camsweep.yaml",
        description = "The site file (default: ${DEFAULT-VALUE}).")
    private Path file;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigException, ScopeRefusedException {
      SiteFile read = SiteFileReader.read(file);
      Inspection inspection = read.inspection();
      Scope scope = Scope.of(inspection.networks(), List.of());
      inspection
          .networks()
          .forEach(
              n -> {
                terminal.out().println(line(n));
                read.credentialsOf(n.id())
                    .ifPresent(
                        c ->
                            terminal
                                .out()
                                .println(
                                    "  interviews of confirmed cameras: user name in "
                                        + c.username().text()
                                        + ", password in "
                                        + c.password().text()));
                Optional.ofNullable(read.networkSnmp().get(n.id()))
                    .ifPresent(a -> terminal.out().println("  read by " + a.text()));
              });
      terminal
          .out()
          .println(
              "%s is well: %s in %s, %,d addresses to sweep"
                  .formatted(
                      Plain.of(file.toString()),
                      Words.count(inspection.networks().size(), "network"),
                      Words.count(inspection.sites().size(), "site"),
                      scope.sweptSize()));
      return ExitCode.DONE;
    }

    private static String line(Network network) {
      BigInteger size =
          network.cidrs().stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
      String marks =
          network.sensitive().map(r -> ", SENSITIVE: " + YamlValue.word(r)).orElse("")
              + (network.coreNetwork() ? ", core network" : "")
              + (network.exclusions().isEmpty()
                  ? ""
                  : ", " + Words.count(network.exclusions().size(), "exclusion"));
      String blocks =
          network.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "));
      return "%s  %s  %,d addresses%s".formatted(network.id(), blocks, size, marks);
    }
  }
}
