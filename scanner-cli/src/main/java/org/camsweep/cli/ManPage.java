package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/** The manual page of one command, made of what its {@code --help} is made of. */
final class ManPage {
  private final CommandSpec command;

  ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The command's words joined, for example {@code camsweep-signatures-ls}. */
  String name() {
    return command.qualifiedName("-");
  }

  /**
   * The page's source.
   *
   * @param date in its foot, as YYYY-MM-DD
   */
  String source(String date) {
    Roff page = new Roff().title(name(), date, Version.line());
    page.section("NAME").text(name() + " - " + brief());
    page.section("SYNOPSIS").line(synopsis());
    page.section("DESCRIPTION").text(description(command));
    positionals(page);
    options(page);
    commands(page);
    exitStatus(page);
    if (isRoot()) {
      ManualNotes.write(page);
    }
    page.section("EXAMPLES")
        .example(
            Stream.of(command.usageMessage().footer())
                .map(line -> line.replaceFirst("^ {2}", ""))
                .toList());
    seeAlso(page);
    return page.toString();
  }

  private boolean isRoot() {
    return command.parent() == null;
  }

  /** The first clause, begun in small letters and without its stop, as NAME wants it. */
  private String brief() {
    String whole = description(command);
    String first = whole.split("[.,;:](?= |$)", 2)[0];
    return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }

  private static String description(CommandSpec spec) {
    return plain(spec.usageMessage().description());
  }

  /** Lines that were broken for a terminal, joined; picocli formats them, so %% is a per cent. */
  private static String plain(String[] lines) {
    return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
  }

  private String synopsis() {
    StringBuilder line = new StringBuilder(Roff.bold(command.qualifiedName()));
    if (!visible().isEmpty()) {
      line.append(" [").append(Roff.italic("OPTION")).append(" ...]");
    }
    parameters().forEach(p -> line.append(' ').append(repeated(p)));
    if (!subcommands().isEmpty()) {
      line.append(' ').append(Roff.italic("COMMAND"));
    }
    return line.toString();
  }

  private static String repeated(PositionalParamSpec p) {
    Range arity = p.arity();
    String label = Roff.italic(p.paramLabel());
    String many = arity.max() > 1 ? label + " ..." : label;
    return arity.min() == 0 ? "[" + many + "]" : many;
  }

  private List<PositionalParamSpec> parameters() {
    return command.positionalParameters().stream().filter(p -> !p.hidden()).toList();
  }

  private List<OptionSpec> visible() {
    return command.options().stream().filter(o -> !o.hidden()).toList();
  }

  private List<CommandSpec> subcommands() {
    return command.subcommands().values().stream()
        .distinct()
        .map(CommandLine::getCommandSpec)
        .filter(s -> !s.usageMessage().hidden())
        .toList();
  }

  private void positionals(Roff page) {
    for (PositionalParamSpec p : parameters()) {
      page.entry(Roff.italic(p.paramLabel()), text(p));
    }
  }

  private void options(Roff page) {
    page.section("OPTIONS");
    for (OptionSpec option : visible()) {
      List<String> names = new ArrayList<>();
      boolean takes = option.arity().max() > 0;
      for (String name : option.names()) {
        String gap = name.startsWith("--") ? "=" : " ";
        names.add(Roff.bold(name) + (takes ? gap + Roff.italic(option.paramLabel()) : ""));
      }
      page.entry(String.join(", ", names), text(option));
    }
  }

  private static String text(ArgSpec arg) {
    return plain(arg.description());
  }

  private void commands(Roff page) {
    if (subcommands().isEmpty()) {
      return;
    }
    page.section("COMMANDS");
    for (CommandSpec sub : subcommands()) {
      page.entry(reference(sub), description(sub));
    }
  }

  private static String reference(CommandSpec spec) {
    return "\\%" + Roff.bold(spec.qualifiedName("-")) + "(1)"; // never hyphenated
  }

  private void exitStatus(Roff page) {
    page.section("EXIT STATUS");
    Map<String, String> codes = command.root().usageMessage().exitCodeList();
    if (isRoot()) {
      codes.forEach((code, means) -> page.entry(Roff.bold(code.strip()), means));
      page.paragraph("When several apply: 5, 3, 1, 10, 4, 0.");
    } else {
      page.line("See " + reference(command.root()) + ".");
    }
  }

  private void seeAlso(Roff page) {
    List<String> others = new ArrayList<>();
    if (!isRoot()) {
      CommandSpec above = command.parent();
      others.add(reference(above));
      above.subcommands().values().stream()
          .distinct()
          .map(CommandLine::getCommandSpec)
          .filter(s -> s != command && !s.usageMessage().hidden())
          .forEach(s -> others.add(reference(s)));
    }
    if (!others.isEmpty()) {
      page.section("SEE ALSO").line(String.join(",\n", others));
    }
  }
}
