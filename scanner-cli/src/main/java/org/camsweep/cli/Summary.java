package org.camsweep.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Headline;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/** A report on a terminal: who and where, devices, findings, coverage, the answer. */
final class Summary {
  /** The answer is not cut finer, however narrow the terminal: mail and logs keep it whole. */
  private static final int LEAST_COLUMNS = 76;

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
    new ExposureList(out, columns).print(report.entries());
    new BehindList(out, paint, columns, verbose).print(report);
    new FindingList(out, paint, columns, verbose).print(report);
    coverage(report);
  }

  private void head(Report report) {
    Provenance how = report.provenance();
    line(
        "Made by   ",
        how.tool() + ", data " + shortened(how.pack()) + ", judged as of " + how.asOf());
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

  /** The first digits of a hash tell versions apart; the report has them all. */
  private static String shortened(String pack) {
    return pack.replaceAll("(sha256:[0-9a-f]{12})[0-9a-f]+", "$1");
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
    if (!coverage.notExamined().isEmpty()) {
      out.println("  Not examined:");
    }
    coverage.notExamined().forEach(text -> line("  - ", text));
    report.provenance().remarks().forEach(text -> line("  Note: ", text));
  }

  /** The last lines: the answer, the counts, and what silence does not mean. */
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
    int room = Math.max(columns, LEAST_COLUMNS) - words.length() - 2;
    String painted = paint.verdict(colour, loud ? words.toUpperCase(Locale.ROOT) : words);
    List<String> counts = Cells.wrap(headline.counts() + ".", Math.max(24, room));
    out.println(painted + ": " + counts.get(0));
    counts.stream().skip(1).forEach(more -> out.println("  " + more)); // one println is one line
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
