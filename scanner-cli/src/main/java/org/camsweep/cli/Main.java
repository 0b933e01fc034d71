package org.camsweep.cli;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.JournalException;
import org.camsweep.observe.Plain;
import org.camsweep.site.ScopeRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/** The command {@code camsweep}. */
@Command(
    name = "camsweep",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Finds the cameras of a site, names who really made each one, and flags those that a",
      "restriction reaches. Reads only: it never guesses a password, writes or fetches a picture,",
      "and sends nothing outside the addresses that you name."
    },
    subcommands = {
      ScanCommand.class,
      ListenCommand.class,
      IdentifyCommand.class,
      ReportCommand.class,
      DiffCommand.class,
      VerifyCommand.class,
      ExplainCommand.class,
      RecordCommand.class,
      DemoCommand.class,
      SiteCommand.class,
      WaiverCommand.class,
      ListsCommand.class,
      SignaturesCommand.class,
      ProbesCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      ManualCommand.class,
      ReadyCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  camsweep demo",
      "  camsweep site init > camsweep.yaml",
      "  camsweep scan --site camsweep.yaml -d out",
      "  camsweep scan 10.0.0.0/24 --sensitive owner-decision -d out -o csv",
      "  camsweep listen --interface eth0 --for 10m -d heard",
      "  camsweep identify out"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, nothing at or above the gate, coverage met",
      " 1:unexpected error",
      " 2:wrong use: an option, site file or data file cannot be read",
      " 3:refused for safety: public address, scope too large, authorisation run out",
      " 4:incomplete: stopped, or coverage below --min-coverage",
      " 5:devices ceased to answer",
      "10:finding at or above --fail-on, or an expired waiver",
      "11:diff: changes found",
      "20:verify: something is not as it was sealed",
      "130:interrupted"
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    int code = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs one command line and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    CommandLine line = commandLine(terminal);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      long twice = Runtime.getRuntime().maxMemory() / 1_048_576 * 2;
      terminal
          .err()
          .println(
              "camsweep: out of memory; what was heard is kept. Give more with"
                  + " CAMSWEEP_JAVA_OPTS=-Xmx%dm, then go on with --resume".formatted(twice));
      return ExitCode.FAILED;
    }
  }

  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new Main(), factory(terminal));
    line.setOut(terminal.out()).setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(terminal.columns().orElse(Terminal.USUAL_COLUMNS));
    line.setAbbreviatedOptionsAllowed(false);
    line.setParameterExceptionHandler((e, a) -> wrongUse(terminal, e));
    line.setExecutionExceptionHandler((e, c, r) -> failed(terminal, e));
    line.getSubcommands()
        .get("help")
        .getCommandSpec()
        .usageMessage()
        .hidden(true)
        .footerHeading("%nExamples:%n")
        .footer("  camsweep help scan");
    return line;
  }

  static IFactory factory(Terminal terminal) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> own =
            Stream.of(type.getDeclaredConstructors())
                .filter(
                    c -> c.getParameterCount() == 1 && c.getParameterTypes()[0] == Terminal.class)
                .findFirst();
        return own.isPresent()
            ? type.cast(own.get().newInstance(terminal))
            : CommandLine.defaultFactory().create(type);
      }
    };
  }

  private static int wrongUse(Terminal terminal, ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println(name + ": " + oneLine(e.getMessage()));
    terminal.err().println("Try '" + name + " --help'.");
    return ExitCode.WRONG_USE;
  }

  private static int failed(Terminal terminal, Exception e) {
    if (e instanceof StopException stop) {
      terminal.err().println("camsweep: " + oneLine(stop.getMessage()));
      return stop.exitCode();
    }
    if (e instanceof ConfigException) {
      terminal.err().println("camsweep: " + oneLine(String.valueOf(e.getMessage())));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof ScopeRefusedException) {
      terminal.err().println("camsweep: refused: " + oneLine(e.getMessage()));
      return ExitCode.REFUSED;
    }
    if (e instanceof JournalException) {
      terminal.err().println("camsweep: " + oneLine(e.getMessage()));
      return ExitCode.FAILED;
    }
    if (e instanceof IOException io) {
      terminal.err().println("camsweep: " + oneLine(StopException.ofFile(io).getMessage()));
      return ExitCode.FAILED;
    }
    terminal.err().println("camsweep: a fault in camsweep itself; please report what follows");
    SafeTrace.print(e, terminal.err());
    return ExitCode.FAILED;
  }

  private static String oneLine(String message) {
    return Plain.of(String.valueOf(message));
  }
}
