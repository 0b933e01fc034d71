package org.camsweep.export.inspection;

import org.camsweep.identify.Identification;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/**
 * What a contractor reports of covered equipment under FAR 52.204-25(d)(2). What no scan can know
 * is left blank for a person.
 */
final class ContractFields {
  private static final String REGIME = "us-889";

  private ContractFields() {}

  static boolean apply(Finding finding) {
    return finding.regime().startsWith(REGIME) && finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  static void write(Entry entry, Markup page) {
    Identification i = entry.identification();
    page.open("details", "class", "contract");
    page.element("summary", "Fields of a report under FAR 52.204-25(d)(2)");
    page.open("dl", "class", "facts");
    for (String blank :
        new String[] {
          "Contract number",
          "Order number",
          "Supplier name",
          "Supplier unique entity identifier",
          "Supplier CAGE code"
        }) {
      page.element("dt", blank).element("dd", "", "class", "blank");
    }
    page.pair("Brand", i.brand().orElse("not stated by the device"));
    page.pair("Model number", i.model().orElse("not stated by the device"));
    page.pair("Item description", Wording.name(entry) + ", built by " + Wording.builtBy(entry));
    page.element("dt", "Mitigation undertaken or recommended").element("dd", "", "class", "blank");
    page.close().close();
  }
}
