package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;

/** Prints the completion script of a shell. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Print a completion script.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(camsweep completion bash)",
      "  camsweep completion zsh > ~/.camsweep-completion"
    })
final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    bash,
    zsh
  }

  /** Read by picocli alone, which refuses the name of another shell. */
  @SuppressWarnings("UnusedVariable")
  @Parameters(
      paramLabel = "SHELL",
      description = "${COMPLETION-CANDIDATES}; one script serves both.")
  private Shell shell;

  private final Terminal terminal;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine line = Main.commandLine(terminal);
    pathsAsPaths(line);
    terminal.out().print(AutoComplete.bash("camsweep", line));
    return ExitCode.DONE;
  }

  /** Where a path may be left out, picocli sees an Optional and would complete no file names. */
  private static void pathsAsPaths(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      if (isOptionalPath(option) && option.group() == null) {
        spec.remove(option);
        spec.addOption(
            OptionSpec.builder(option.names())
                .paramLabel(option.paramLabel())
                .arity("1")
                .type(Path.class)
                .build());
      }
    }
    for (PositionalParamSpec given : List.copyOf(spec.positionalParameters())) {
      if (isOptionalPath(given) && given.group() == null) {
        spec.remove(given);
        spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel(given.paramLabel())
                .index(given.index())
                .arity(given.arity())
                .type(Path.class)
                .build());
      }
    }
    line.getSubcommands().values().stream().distinct().forEach(CompletionCommand::pathsAsPaths);
  }

  private static boolean isOptionalPath(ArgSpec arg) {
    return arg.type() == Optional.class && List.of(arg.auxiliaryTypes()).contains(Path.class);
  }
}
