package org.camsweep.export.inspection;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;

/** What was looked at, by network, and what was not. */
final class CoverageSection implements Section {
  @Override
  public String anchor() {
    return "coverage";
  }

  @Override
  public String title() {
    return "Coverage";
  }

  @Override
  public void write(Report report, Markup page) {
    if (!report.coverage().complete()) {
      page.element("p", "The inspection did not come to its end.", "class", "warning");
    }
    Tables.open(
        page,
        "Addresses by network",
        List.of(
            "Network",
            "Sensitive",
            "In scope #",
            "Answered #",
            "Present, not understood #",
            "Silent #",
            "Not asked #",
            "Excluded #"));
    report.coverage().networks().forEach(network -> row(report, network, page));
    Tables.close(page);
    page.element("h3", "Not examined, and why");
    page.open("ul");
    report.coverage().notExamined().forEach(sentence -> page.element("li", sentence));
    page.close();
    if (!report.provenance().remarks().isEmpty()) {
      page.element("h3", "What went differently from the plan");
      page.open("ul");
      report.provenance().remarks().forEach(remark -> page.element("li", Markup.shown(remark)));
      page.close();
    }
  }

  private static void row(Report report, Coverage.PerNetwork network, Markup page) {
    String sensitive =
        report.networks().stream()
            .filter(n -> n.id().equals(network.network()))
            .map(
                n ->
                    n.sensitive().map(org.camsweep.report.Words::of).orElse("no")
                        + (n.coreNetwork() ? ", core network" : ""))
            .findFirst()
            .orElse("");
    page.open("tr");
    page.element("th", Markup.shown(network.network()), "scope", "row");
    page.element("td", sensitive);
    number(page, network.inScope());
    number(page, BigInteger.valueOf(network.answered()));
    number(page, BigInteger.valueOf(network.present()));
    number(page, BigInteger.valueOf(network.silent()));
    number(page, BigInteger.valueOf(network.notAsked()));
    number(page, BigInteger.valueOf(network.excluded()));
    page.close();
    for (String block : network.listenedOnly()) {
      page.open("tr").element("th", block, "scope", "row");
      page.element(
          "td",
          "too large to ask address by address: only what announced itself was heard",
          "colspan",
          "7");
      page.close();
    }
  }

  private static void number(Markup page, BigInteger n) {
    page.element("td", String.format(Locale.ROOT, "%,d", n), "class", "n");
  }
}
