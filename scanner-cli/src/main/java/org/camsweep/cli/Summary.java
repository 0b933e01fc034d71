package org.camsweep.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.device.DeviceId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Headline;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/** A report on a terminal: who and where, devices, findings, coverage, the answer. */
final class Summary {
  /** Findings beyond this many are counted and left to the report. */
  private static final int MOST_FINDINGS = 40;

  private final PrintWriter out;
  private final Paint paint;
  private final int columns;
  private final boolean verbose;

  Summary(PrintWriter out, Paint paint, int columns, boolean verbose) {
    this.out = out;
    this.paint = paint;
    this.columns = columns;
    this.verbose = verbose;
  }

  void print(Report report) {
    head(report);
    out.println();
    new DeviceTable(out, paint, columns).print(report.entries(), verbose);
    findings(report);
    coverage(report);
  }

  private void head(Report report) {
    Provenance how = report.provenance();
    line("Made by   ", how.tool() + ", data " + how.pack() + ", judged as of " + how.asOf());
    how.marking().ifPresent(m -> line("Marking   ", m));
    for (Network network : report.networks()) {
      String blocks =
          network.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "));
      String sensitive =
          network.sensitive().map(r -> ", SENSITIVE: " + YamlValue.word(r)).orElse("");
      String core = network.coreNetwork() ? ", core network" : "";
      line("Network   ", network.id() + " (" + blocks + ")" + sensitive + core);
    }
    Authorisation leave = how.authorisation();
    String authority =
        leave.reference().orElse("no authorisation recorded")
            + leave.authorisedBy().map(by -> ", " + by).orElse("")
            + leave.validTo().map(to -> ", valid to " + to).orElse("");
    line("Authority ", authority + "; operator " + how.operator().orElse("not recorded"));
  }

  private void findings(Report report) {
    List<Finding> open =
        report.findings().stream().filter(f -> f.verdict().compareTo(Verdict.REVIEW) >= 0).toList();
    if (open.isEmpty()) {
      return;
    }
    Map<DeviceId, Entry> byId =
        report.entries().stream()
            .collect(Collectors.toMap(e -> e.device().id(), Function.identity(), (a, b) -> a));
    out.println();
    out.println(paint.heading("FINDINGS"));
    open.stream().limit(verbose ? open.size() : MOST_FINDINGS).forEach(f -> finding(f, byId));
    if (!verbose && open.size() > MOST_FINDINGS) {
      out.println(
          "and " + Words.count(open.size() - MOST_FINDINGS, "finding") + " more in the report");
    }
  }

  private void finding(Finding finding, Map<DeviceId, Entry> byId) {
    String word = YamlValue.word(finding.verdict());
    String shown = finding.verdict() == Verdict.RESTRICTED ? word.toUpperCase(Locale.ROOT) : word;
    String where =
        finding
            .device()
            .map(byId::get)
            .map(e -> DeviceTable.address(e) + "  " + DeviceTable.shownAs(e.identification()))
            .orElse("network " + finding.network());
    String waived = finding.waiver().map(w -> "  (waived: " + w + ")").orElse("");
    out.println(
        paint.verdict(finding.verdict(), Cells.fit(shown, 10))
            + "  "
            + Cells.cut(
                where + "  " + finding.regime() + " " + finding.limb() + waived, columns - 12));
    indented("why: " + finding.because());
    finding.settle().ifPresent(s -> indented("would settle it: " + s));
    if (verbose) {
      indented("source: " + finding.citation());
      indented("id: " + finding.id());
    }
  }

  private void indented(String text) {
    Cells.wrap(text, columns - 12).forEach(l -> out.println(" ".repeat(12) + l));
  }

  private void coverage(Report report) {
    Coverage coverage = report.coverage();
    out.println();
    out.println(
        paint.heading("COVERAGE") + (coverage.complete() ? "" : "  the scan is not complete"));
    for (Coverage.PerNetwork n : coverage.networks()) {
      line(
          "  ",
          "%s: %,d in scope, %,d excluded, %,d answered, %,d present, %,d silent, %,d not asked%s"
              .formatted(
                  n.network(),
                  n.inScope(),
                  n.excluded(),
                  n.answered(),
                  n.present(),
                  n.silent(),
                  n.notAsked(),
                  n.listenedOnly().isEmpty()
                      ? ""
                      : "; only listened to: " + String.join(", ", n.listenedOnly())));
    }
    long outside = report.entries().stream().filter(e -> e.device().network().isEmpty()).count();
    if (outside > 0) {
      line("  ", Words.count(outside, "device") + " heard from outside the scope, not asked");
    }
    coverage.notExamined().forEach(text -> line("  Not examined: ", text));
    report.provenance().remarks().forEach(text -> line("  Note: ", text));
  }

  /** The last line: the answer, the counts, and what silence does not mean. */
  void answer(Report report) {
    Headline headline = Headline.of(report);
    if (!headline.onSilence().isEmpty()) {
      line("", headline.onSilence());
    }
    Verdict colour =
        switch (headline.answer()) {
          case ACTION_NEEDED -> Verdict.RESTRICTED;
          case INCONCLUSIVE -> Verdict.REVIEW;
          case NOTHING_RESTRICTED_FOUND -> Verdict.NOT_ASSESSED;
        };
    String words = headline.answer().words();
    boolean loud = headline.answer() != Headline.Answer.NOTHING_RESTRICTED_FOUND;
    out.println(
        paint.verdict(colour, loud ? words.toUpperCase(Locale.ROOT) : words)
            + ": "
            + headline.counts()
            + ".");
  }

  /** How much of what may be asked was asked, 0 to 100. */
  static double percentAsked(Coverage coverage) {
    BigInteger askable = BigInteger.ZERO;
    BigInteger notAsked = BigInteger.ZERO;
    for (Coverage.PerNetwork n : coverage.networks()) {
      askable = askable.add(n.inScope()).subtract(BigInteger.valueOf(n.excluded()));
      notAsked = notAsked.add(BigInteger.valueOf(n.notAsked()));
    }
    return askable.signum() == 0 ? 100 : 100 - 100 * notAsked.doubleValue() / askable.doubleValue();
  }

  private void line(String label, String text) {
    List<String> lines = Cells.wrap(text, columns - label.length());
    for (int i = 0; i < lines.size(); i++) {
      out.println((i == 0 ? label : " ".repeat(label.length())) + lines.get(i));
    }
  }
}
