package org.camsweep.export.inspection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** One device that needs a decision, with what an auditor asks of each line. */
final class FindingCard {
  private FindingCard() {}

  static void write(Report report, Entry entry, int number, Markup page) {
    String verdict = Wording.verdict(entry);
    page.open("article", "class", "card " + verdict, "id", Shown.anchor(entry));
    page.open("h3").element("span", "F" + number, "class", "number");
    Shown.verdict(page, verdict);
    page.open("span", "class", "what");
    page.text(" " + Shown.device(entry) + " ");
    page.element("span", Wording.address(entry), "class", "address");
    page.close().close();
    DeviceFacts.write(entry, page);
    rules(entry, page);
    actions(entry, page);
    entry
        .identification()
        .settle()
        .ifPresent(
            s -> page.element("p", "Would settle who made it: " + s + ".", "class", "settle"));
    ExposureList.write(entry, page);
    InterviewList.write(entry, page);
    EvidenceTable.write(entry, page);
    if (entry.findings().stream().anyMatch(ContractFields::apply)) {
      ContractFields.write(entry, page);
    }
    page.close();
  }

  private static void rules(Entry entry, Markup page) {
    List<Finding> deciding = entry.findings().stream().filter(FindingCard::decides).toList();
    List<Finding> others = entry.findings().stream().filter(f -> !decides(f)).toList();
    table(deciding, "Rules that need a decision", page);
    if (!others.isEmpty()) {
      page.open("details").element("summary", "Other rules applied: " + others.size());
      table(others, "Other rules applied", page);
      page.close();
    }
  }

  private static boolean decides(Finding finding) {
    return finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  private static void table(List<Finding> findings, String caption, Markup page) {
    Tables.open(page, caption, List.of("Verdict", "Rule", "Why"), "class", "rule-table");
    for (Finding finding : findings) {
      page.open("tr").open("td");
      Shown.verdict(page, Words.of(finding.verdict()));
      finding.waiver().ifPresent(w -> page.element("span", "waived: " + w, "class", "mark waived"));
      page.close().open("td").element("b", finding.regimeName());
      page.element("span", finding.citation(), "class", "source");
      page.element("span", finding.limb() + ", version " + version(finding), "class", "version");
      marks(finding, page);
      page.close().open("td").sentence(finding.because());
      finding
          .settle()
          .ifPresent(s -> page.element("span", "Would settle it: " + s + ".", "class", "settle"));
      page.close().close();
    }
    Tables.close(page);
  }

  private static String version(Finding finding) {
    return finding.version().isEmpty() ? "not stated" : finding.version();
  }

  private static void marks(Finding finding, Markup page) {
    if (!finding.verified()) {
      page.element("span", "Unverified rule: no source was seen", "class", "mark");
    }
    if (!finding.primaryRead()) {
      page.element("span", "Read second-hand, not in the instrument itself", "class", "mark");
    }
  }

  private static void actions(Entry entry, Markup page) {
    Set<String> actions = new LinkedHashSet<>();
    entry.findings().stream()
        .filter(f -> f.verdict() == Verdict.RESTRICTED && f.waiver().isEmpty())
        .forEach(f -> actions.addAll(f.actions()));
    if (!actions.isEmpty()) {
      page.element("h4", "What the rules ask for").open("ol", "class", "actions");
      actions.forEach(action -> page.element("li", action));
      page.close();
    }
  }
}
