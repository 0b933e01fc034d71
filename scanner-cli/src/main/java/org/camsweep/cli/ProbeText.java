package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;
import org.camsweep.probe.spi.Probe;

/** A probe as people read it: a few lines for a terminal, or a row of the README's table. */
final class ProbeText {
  private static final int SHORT = 44;
  private static final int FEW = 5;

  private static final List<String> HEAD =
      List.of(
          "| probe | asks | reaches | by IPv6 | ports | sends | can learn | facts | default |",
          "| --- | --- | --- | --- | --- | --- | --- | --- | --- |");

  private ProbeText() {}

  /**
   * Some lines.
   *
   * @param whole whether everything sent and every field is written out
   */
  static List<String> lines(Probe probe, boolean whole, int columns) {
    Probe.About about = probe.about();
    List<String> out = new ArrayList<>();
    out.add(probe.id().name() + ": " + about.title());
    int room = columns - 2;
    out.addAll(
        Cells.wrap(
            "%s; facts %s; %s; %s"
                .formatted(probe.runs(), sure(about), about.reach(), about.ports()),
            room));
    if (whole) {
      about.sends().forEach(sent -> out.addAll(Cells.wrap("sends: " + sent, room)));
      out.addAll(Cells.wrap("by IPv6: " + probe.byIpv6(), room));
      out.addAll(Cells.wrap("can learn: " + fields(probe, Integer.MAX_VALUE), room));
    } else {
      out.add(Cells.cut("sends: " + sends(about, room), room));
      out.add(Cells.cut("can learn: " + fields(probe, FEW), room));
    }
    return out.stream().map(line -> line.equals(out.get(0)) ? line : "  " + line).toList();
  }

  /** The README's table, a line each. */
  static List<String> markdown(List<Probe> probes) {
    List<String> out = new ArrayList<>(HEAD);
    for (Probe probe : probes) {
      Probe.About about = probe.about();
      out.add(
          "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  probe.id().name(),
                  about.title(),
                  about.reach(),
                  probe.byIpv6(),
                  about.ports(),
                  code(sends(about, SHORT)),
                  fields(probe, FEW),
                  sure(about),
                  probe.runs()));
    }
    return out;
  }

  private static String code(String sent) {
    return sent.startsWith("nothing") ? sent : "`" + sent.replace("|", "\\|") + "`";
  }

  private static String sends(Probe.About about, int room) {
    String first = about.sends().isEmpty() ? "nothing" : about.sends().get(0);
    String more = about.sends().size() > 1 ? " and " + (about.sends().size() - 1) + " more" : "";
    return Cells.cut(first, room - more.length()) + more;
  }

  private static String sure(Probe.About about) {
    return about.confidence().name().toLowerCase(Locale.ROOT);
  }

  private static String fields(Probe probe, int most) {
    List<String> names = probe.fields().stream().sorted().map(Field::name).toList();
    String more = names.size() > most ? " and " + (names.size() - most) + " more" : "";
    return names.stream().limit(most).collect(Collectors.joining(", ")) + more;
  }
}
