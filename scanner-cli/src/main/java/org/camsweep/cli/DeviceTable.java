package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camsweep.config.YamlValue;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Plain;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/** The table of devices: address, what it is shown as, who made it, how sure, the verdict. */
final class DeviceTable {
  private static final List<String> HEAD =
      List.of("ADDRESS", "SHOWN AS", "MAKER", "SURE", "VERDICT");
  private static final String NAMELESS = "(no name: ";
  private static final int GAP = 2;
  private static final int LEAST_TEXT = 10;

  private final PrintWriter out;
  private final Paint paint;
  private final int columns;

  DeviceTable(PrintWriter out, Paint paint, int columns) {
    this.out = out;
    this.paint = paint;
    this.columns = columns;
  }

  /** Prints the entries that may be cameras; what is surely something else is counted below. */
  void print(List<Entry> entries, boolean all) {
    List<Entry> rows =
        entries.stream().filter(e -> all || !e.findings().isEmpty() || mayBeVideo(e)).toList();
    if (!rows.isEmpty()) {
      table(rows);
    }
    List<Entry> others = entries.stream().filter(e -> !rows.contains(e)).toList();
    if (!others.isEmpty()) {
      String line =
          "Not cameras: "
              + others.stream().map(e -> address(e)).collect(Collectors.joining(", "))
              + " (named in the report; -v shows them here)";
      Cells.wrap(line, columns).forEach(out::println);
    }
  }

  private static boolean mayBeVideo(Entry entry) {
    return entry.identification().kind() != DeviceKind.OTHER;
  }

  private void table(List<Entry> rows) {
    List<List<String>> cells =
        rows.stream()
            .map(
                e -> {
                  Identification id = e.identification();
                  String sure = id.level() == Level.UNKNOWN ? "-" : YamlValue.word(id.level());
                  return List.of(address(e), shownAs(e), maker(id), sure, words(e));
                })
            .toList();
    int[] widths = widths(cells);
    out.println(paint.heading(row(HEAD, widths, Function.identity())));
    for (int i = 0; i < rows.size(); i++) {
      Optional<Verdict> verdict = rows.get(i).verdict();
      out.println(
          row(cells.get(i), widths, last -> verdict.map(v -> paint.verdict(v, last)).orElse(last)));
    }
  }

  /** What each column needs; where that is too much, the widest text gives way. */
  private int[] widths(List<List<String>> cells) {
    int[] widths = HEAD.stream().mapToInt(String::length).toArray();
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Cells.width(Plain.of(row.get(i))));
      }
    }
    int room = columns - GAP * (widths.length - 1);
    while (IntStream.of(widths).sum() > room) {
      int widest = widths[1] > widths[2] ? 1 : 2;
      if (widths[widest] <= LEAST_TEXT) {
        widest = 4; // the verdict is cut last
      }
      if (widths[widest] <= LEAST_TEXT) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String row(List<String> cells, int[] widths, Function<String, String> last) {
    StringBuilder line = new StringBuilder();
    int end = widths.length - 1;
    for (int i = 0; i < end; i++) {
      line.append(Cells.fit(cells.get(i), widths[i])).append(" ".repeat(GAP));
    }
    return line + last.apply(Cells.cut(cells.get(end), widths[end]));
  }

  static String address(Entry entry) {
    String first = entry.device().addresses().get(0).toString();
    int more = entry.device().addresses().size() - 1;
    return more == 0 ? first : first + " +" + more;
  }

  /** The same of a whole entry: a neighbour that said nothing is shown with its prefix. */
  static String shownAs(Entry entry) {
    String shown = shownAs(entry.identification());
    String prefix = entry.registrant().map(r -> "prefix of " + r.name()).orElse("");
    if (!shown.startsWith(NAMELESS)) {
      return shown;
    }
    if (entry.presentSilent()) {
      return Wording.PRESENT_SILENT + (prefix.isEmpty() ? "" : ", " + prefix);
    }
    return prefix.isEmpty() ? shown : NAMELESS + prefix + ")";
  }

  /** What stands on the box: brand and model, or the kind where it has no name. */
  static String shownAs(Identification id) {
    String name = (id.brand().orElse("") + " " + model(id)).strip();
    String kind = id.kind() == DeviceKind.UNKNOWN ? "kind unknown" : kind(id);
    return name.isEmpty() ? NAMELESS + kind + ")" : name;
  }

  private static String model(Identification id) {
    String model = id.model().orElse("");
    String brand = id.brand().orElse("");
    return !brand.isEmpty() && model.regionMatches(true, 0, brand, 0, brand.length())
        ? model.substring(brand.length()).strip()
        : model;
  }

  static String kind(Identification id) {
    return YamlValue.word(id.kind());
  }

  static String maker(Identification id) {
    String others = id.candidates().stream().map(Maker::name).collect(Collectors.joining(" or "));
    if (id.maker().isPresent()) {
      return id.maker().get().name();
    }
    return others.isEmpty() ? "not determined" : others;
  }

  /** The verdict in words, and how many rules give it. */
  static String words(Entry entry) {
    Optional<Verdict> verdict = entry.verdict();
    boolean hidden = verdict.orElse(Verdict.NOT_ASSESSED).compareTo(Verdict.REVIEW) < 0;
    String relabelled = entry.identification().relabelled() ? ", relabelled" : "";
    if (hidden && entry.waived()) {
      String worst =
          entry.findings().stream()
              .filter(f -> f.waiver().isPresent())
              .map(Finding::verdict)
              .max(Comparator.naturalOrder())
              .map(YamlValue::word)
              .orElse("");
      return worst + ", waived" + relabelled;
    }
    if (verdict.isEmpty()) {
      boolean outside = entry.device().network().isEmpty();
      boolean other = entry.identification().kind() == DeviceKind.OTHER;
      return outside ? "outside the scope" : other ? "-" : "not assessed" + relabelled;
    }
    String word = YamlValue.word(verdict.get()).replace('-', ' ');
    String shown = verdict.get() == Verdict.RESTRICTED ? "RESTRICTED" : word;
    List<Finding> unwaived = entry.findings().stream().filter(f -> f.waiver().isEmpty()).toList();
    long rules = unwaived.stream().filter(f -> f.verdict() == verdict.get()).count();
    // Clear of some rules only must not read as clear of all.
    String some =
        verdict.get() == Verdict.CLEAR && rules < unwaived.size()
            ? rules + " of " + Words.count(unwaived.size(), "rule")
            : Words.count(rules, "rule");
    return shown + relabelled + " (" + some + ")";
  }
}
