package org.camsweep.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Stack;
import org.camsweep.probe.ProbeCatalogue;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes the words of {@code --probes} as they are: picocli itself would read {@code -onvif} as the
 * option {@code -o} with a value.
 */
final class ProbeWords implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    if (words.isEmpty()) {
      throw new ParameterException(command.commandLine(), "--probes needs a list of names");
    }
    List<String> all = option.getValue();
    for (String word : words.pop().split(",", -1)) {
      if (!word.isBlank()) {
        all.add(word.strip());
      }
    }
  }

  /** For shell completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ProbeCatalogue.all().stream().map(p -> p.id().name()).iterator();
    }
  }
}
