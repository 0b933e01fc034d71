package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.identify.Identification;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/**
 * What a contractor reports of covered equipment under FAR 52.204-25(d)(2): the contract's fields,
 * which no scan can know, blank for a person; then the items. Once, for all devices concerned.
 */
final class ContractFields {
  private static final String REGIME = "us-889";

  private static final List<String> BLANK =
      List.of(
          "Contract number",
          "Order number",
          "Supplier name",
          "Supplier unique entity identifier",
          "Supplier CAGE code",
          "Mitigation undertaken or recommended");

  private ContractFields() {}

  private static boolean apply(Finding finding) {
    return finding.regime().startsWith(REGIME) && finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  /**
   * Writes them, if the clause reaches a device.
   *
   * @param open devices in the order of their numbers
   */
  static void write(List<Entry> open, Markup page) {
    if (open.stream().noneMatch(ContractFields::reaches)) {
      return;
    }
    page.open("details", "class", "contract");
    page.element("summary", "Fields of a report under FAR 52.204-25(d)(2)");
    page.open("dl", "class", "facts");
    BLANK.forEach(name -> page.element("dt", name).element("dd", "", "class", "blank"));
    page.close();
    Tables.open(
        page,
        "Items",
        List.of("No.", "Brand", "Model number", "Item description"),
        "class",
        "items");
    for (int i = 0; i < open.size(); i++) {
      if (reaches(open.get(i))) {
        row(open.get(i), i + 1, page);
      }
    }
    Tables.close(page);
    page.close();
  }

  private static boolean reaches(Entry entry) {
    return entry.findings().stream().anyMatch(ContractFields::apply);
  }

  private static void row(Entry entry, int number, Markup page) {
    Identification i = entry.identification();
    page.open("tr").element("td", "F" + number);
    page.element("td", i.brand().map(Markup::shown).orElse("not stated by the device"));
    page.element("td", i.model().map(Markup::shown).orElse("not stated by the device"));
    page.element("td", Markup.shown(Wording.name(entry) + ", built by " + Wording.builtBy(entry)));
    page.close();
  }
}
