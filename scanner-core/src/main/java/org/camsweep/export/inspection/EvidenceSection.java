package org.camsweep.export.inspection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** The devices that need no decision, with the evidence for that. */
final class EvidenceSection implements Section {
  private final Cards cards;

  EvidenceSection(Cards cards) {
    this.cards = cards;
  }

  @Override
  public String anchor() {
    return "evidence";
  }

  @Override
  public String title() {
    return "Other devices and their evidence";
  }

  @Override
  public void write(Report report, Markup page) {
    List<Entry> rest = report.entries().stream().filter(e -> !Shown.isOpen(e)).toList();
    if (rest.isEmpty()) {
      page.element("p", "Every device found stands among the findings.");
      return;
    }
    RuleList rules = RuleList.of(report);
    rest.stream().filter(cards::has).forEach(entry -> write(entry, rules, page));
    cards.tellLeftOut(rest, page);
  }

  private static void write(Entry entry, RuleList rules, Markup page) {
    String verdict = Wording.verdict(entry);
    page.open("article", "class", "card small " + verdict, "id", Shown.anchor(entry));
    page.open("h3");
    Shown.verdict(page, verdict);
    page.open("span", "class", "what").text(" " + Shown.device(entry) + " ");
    page.element("span", Wording.address(entry), "class", "address");
    page.close().close();
    DeviceFacts.write(entry, page);
    if (!entry.findings().isEmpty()) {
      page.open("ul", "class", "rules");
      for (List<Finding> same : alike(entry.findings())) {
        Finding first = same.get(0);
        page.open("li").text(Shown.words(Words.of(first.verdict())) + " under ");
        for (int i = 0; i < same.size(); i++) {
          page.text(i == 0 ? "" : ", ");
          rules.number(same.get(i), page);
        }
        page.text(": ").sentence(first.because()).close();
      }
      page.close();
    }
    ExposureList.write(entry, page);
    InterviewList.write(entry, page);
    EvidenceList.write(entry, page);
    page.close();
  }

  /** Findings that say the same, together. */
  private static Collection<List<Finding>> alike(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                f -> Words.of(f.verdict()) + ": " + f.because(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }
}
