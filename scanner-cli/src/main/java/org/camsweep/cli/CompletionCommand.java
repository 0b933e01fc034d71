package org.camsweep.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec;

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
    if (shell == Shell.zsh) {
      terminal.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    terminal.out().print(AutoComplete.bash("camsweep", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
