package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** One device that needs a decision, with what an auditor asks of each line. */
final class FindingCard {
  private FindingCard() {}

  static void write(Entry entry, int number, RuleList rules, Markup page) {
    String verdict = Wording.verdict(entry);
    page.open("article", "class", "card " + verdict, "id", Shown.anchor(entry));
    page.open("h3").element("span", "F" + number, "class", "number");
    Shown.verdict(page, verdict);
    page.open("span", "class", "what");
    page.text(" " + Shown.device(entry) + " ");
    page.element("span", Wording.address(entry), "class", "address");
    page.close().close();
    DeviceFacts.write(entry, page);
    rules(entry, rules, page);
    entry
        .identification()
        .settle()
        .ifPresent(
            s -> page.element("p", "Would settle who made it: " + s + ".", "class", "settle"));
    ExposureList.write(entry, page);
    InterviewList.write(entry, page);
    EvidenceList.write(entry, page);
    page.close();
  }

  private static void rules(Entry entry, RuleList rules, Markup page) {
    List<Finding> deciding = entry.findings().stream().filter(FindingCard::decides).toList();
    List<Finding> others = entry.findings().stream().filter(f -> !decides(f)).toList();
    list(deciding, rules, page);
    if (!others.isEmpty()) {
      page.open("details").element("summary", "Other rules applied: " + others.size());
      list(others, rules, page);
      page.close();
    }
  }

  private static boolean decides(Finding finding) {
    return finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  private static void list(List<Finding> findings, RuleList rules, Markup page) {
    page.open("ul", "class", "ruled");
    for (Finding finding : findings) {
      page.open("li");
      Shown.verdict(page, Words.of(finding.verdict()));
      page.text(" ");
      rules.refer(finding, page);
      finding
          .waiver()
          .ifPresent(w -> page.text(" ").element("span", "waived: " + w, "class", "mark waived"));
      page.open("p").sentence(finding.because()).close();
      finding
          .settle()
          .ifPresent(s -> page.element("p", "Would settle it: " + s + ".", "class", "settle"));
      page.close();
    }
    page.close();
  }
}
