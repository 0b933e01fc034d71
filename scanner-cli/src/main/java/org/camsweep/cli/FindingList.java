package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;

/**
 * The findings to act on or to review: a block for each device, worst first, with the rules that
 * speak and the beginning of the reason; in full when the user wants to see it all.
 */
final class FindingList {
  /** Devices beyond this many are counted and left to the report. */
  private static final int MOST = 40;

  private static final int INDENT = 12;
  private static final int REASON_LINES = 2;

  private final PrintWriter out;
  private final Paint paint;
  private final int columns;
  private final boolean verbose;

  FindingList(PrintWriter out, Paint paint, int columns, boolean verbose) {
    this.out = out;
    this.paint = paint;
    this.columns = columns;
    this.verbose = verbose;
  }

  void print(Report report) {
    List<Entry> devices =
        report.entries().stream()
            .filter(e -> e.findings().stream().anyMatch(FindingList::isOpen))
            .sorted(Comparator.comparing((Entry e) -> worst(e.findings())).reversed())
            .toList();
    List<Finding> ofNetworks =
        report.findings().stream().filter(f -> f.device().isEmpty() && isOpen(f)).toList();
    if (devices.isEmpty() && ofNetworks.isEmpty()) {
      return;
    }
    out.println();
    out.println(paint.heading("FINDINGS"));
    for (Entry entry :
        devices.subList(0, verbose ? devices.size() : Math.min(MOST, devices.size()))) {
      block(
          DeviceTable.address(entry) + "  " + DeviceTable.shownAs(entry),
          entry.findings().stream().filter(FindingList::isOpen).toList());
    }
    if (!verbose && devices.size() > MOST) {
      out.println("and " + Words.count(devices.size() - MOST, "device") + " more in the report");
    }
    ofNetworks.forEach(f -> block("network " + f.network(), List.of(f)));
  }

  private static boolean isOpen(Finding finding) {
    return finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  private static Verdict worst(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.waiver().isEmpty())
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.NOT_ASSESSED);
  }

  private void block(String what, List<Finding> findings) {
    Verdict verdict = worst(findings);
    boolean waived = verdict == Verdict.NOT_ASSESSED;
    String word = waived ? "waived" : YamlValue.word(verdict);
    String shown = verdict == Verdict.RESTRICTED ? word.toUpperCase(Locale.ROOT) : word;
    out.println(
        paint.verdict(verdict, Cells.fit(shown, INDENT - 2))
            + "  "
            + Cells.cut(what, columns - INDENT));
    if (verbose) {
      findings.forEach(this::whole);
      return;
    }
    indented(findings.stream().map(FindingList::rule).collect(Collectors.joining(", ")));
    Finding first =
        findings.stream().filter(f -> f.verdict() == verdict).findFirst().orElse(findings.get(0));
    beginning("why: " + first.because());
    first.settle().ifPresent(s -> indented("would settle it: " + s));
  }

  /** The rule's name, marked where nobody read it in a source, and the waiver that covers it. */
  private static String rule(Finding f) {
    String waiver = f.waiver().map(w -> " (waived: " + w + ")").orElse("");
    String mark = f.verified() ? "" : " (not verified)";
    return f.regime() + " " + f.limb() + mark + waiver;
  }

  private void whole(Finding f) {
    indented(YamlValue.word(f.verdict()) + ": " + rule(f) + ", " + f.regimeName());
    indented("why: " + f.because());
    f.settle().ifPresent(s -> indented("would settle it: " + s));
    indented("source: " + f.citation() + (f.primaryRead() ? "" : " (not read in the original)"));
    indented("id: " + f.id());
  }

  private void beginning(String text) {
    List<String> lines = Cells.wrap(text, columns - INDENT);
    for (int i = 0; i < Math.min(REASON_LINES, lines.size()); i++) {
      boolean cut = i == REASON_LINES - 1 && lines.size() > REASON_LINES;
      String line = cut ? more(lines.get(i)) : lines.get(i);
      out.println(" ".repeat(INDENT) + line);
    }
  }

  private void indented(String text) {
    Cells.wrap(text, columns - INDENT).forEach(l -> out.println(" ".repeat(INDENT) + l));
  }

  /** The line with a sign that the text goes on. */
  private String more(String line) {
    int room = columns - INDENT;
    return Cells.width(line) + 2 <= room ? line + " …" : Cells.cut(line + "  ", room);
  }
}
