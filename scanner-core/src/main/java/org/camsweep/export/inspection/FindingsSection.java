package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** What needs a decision: devices worst first, each with all its rules, then the networks. */
final class FindingsSection implements Section {
  private final Cards cards;

  FindingsSection(Cards cards) {
    this.cards = cards;
  }

  @Override
  public String anchor() {
    return "findings";
  }

  @Override
  public String title() {
    return "Findings";
  }

  @Override
  public void write(Report report, Markup page) {
    List<Entry> open = Cards.open(report);
    List<Finding> others =
        report.findings().stream()
            .filter(f -> f.device().isEmpty() && f.verdict().compareTo(Verdict.REVIEW) >= 0)
            .toList();
    RuleList rules = RuleList.of(report);
    if (open.isEmpty() && others.isEmpty()) {
      page.element("p", "No device and no network needs a decision. Read the coverage with it.");
      if (!rules.isEmpty()) {
        rules.write(page);
      }
      return;
    }
    if (!open.isEmpty()) {
      inShort(open, page);
    }
    rules.write(page);
    int number = 1;
    for (Entry entry : open) {
      if (cards.has(entry)) {
        FindingCard.write(entry, number, rules, page);
      }
      number++;
    }
    cards.tellLeftOut(open, page);
    for (Finding finding : others) {
      ofNetwork(finding, number++, rules, page);
    }
    ContractFields.write(open, page);
  }

  private void inShort(List<Entry> open, Markup page) {
    Tables.open(
        page,
        "In short",
        List.of("No.", "Verdict", "Address", "Shown as", "Built by", "Rules #"),
        "class",
        "in-short");
    int number = 1;
    for (Entry entry : open) {
      page.open("tr").open("td");
      cards.link(entry, "F" + number++, page);
      page.close().open("td");
      Shown.verdict(page, Wording.verdict(entry));
      page.close().element("td", Wording.address(entry), "class", "address");
      page.element("td", Shown.device(entry)).open("td").text(Wording.builtBy(entry));
      if (entry.identification().relabelled()) {
        page.element("span", "relabelled", "class", "mark");
      }
      page.close();
      long rules =
          entry.findings().stream().filter(f -> f.verdict().compareTo(Verdict.REVIEW) >= 0).count();
      page.element("td", rules + "", "class", "n").close();
    }
    Tables.close(page);
  }

  private static void ofNetwork(Finding finding, int number, RuleList rules, Markup page) {
    page.open("article", "class", "card " + Words.of(finding.verdict()));
    page.open("h3").element("span", "F" + number, "class", "number");
    Shown.verdict(page, Words.of(finding.verdict()));
    page.text(" " + Markup.shown(finding.regimeName()) + ", " + Markup.shown(finding.network()));
    page.close();
    page.open("p");
    rules.refer(finding, page);
    page.close().element("p", finding.because());
    finding.settle().ifPresent(s -> page.element("p", "Would settle it: " + s, "class", "settle"));
    page.close();
  }
}
