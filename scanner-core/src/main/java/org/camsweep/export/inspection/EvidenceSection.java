package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** The devices that need no decision, with the evidence for that. */
final class EvidenceSection implements Section {
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
    rest.forEach(entry -> write(entry, page));
  }

  private static void write(Entry entry, Markup page) {
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
      for (Finding finding : entry.findings()) {
        page.element(
            "li",
            Shown.words(Words.of(finding.verdict()))
                + " under "
                + finding.regimeName()
                + " ("
                + finding.limb()
                + ")"
                + (finding.verified() ? "" : ", an unverified rule")
                + ": "
                + finding.because());
      }
      page.close();
    }
    ExposureList.write(entry, page);
    InterviewList.write(entry, page);
    EvidenceTable.write(entry, page);
    page.close();
  }
}
