package org.camsweep.export.inspection;

import java.util.HexFormat;
import java.util.List;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** Every device, in one table that can be filtered and sorted where scripts run. */
final class InventorySection implements Section {
  private final Cards cards;

  InventorySection(Cards cards) {
    this.cards = cards;
  }

  @Override
  public String anchor() {
    return "inventory";
  }

  @Override
  public String title() {
    return "Device inventory";
  }

  @Override
  public void write(Report report, Markup page) {
    if (report.entries().isEmpty()) {
      page.element("p", "No device was found. That does not mean that there is none.");
      return;
    }
    Tables.open(
        page,
        "Devices found",
        List.of(
            "Verdict",
            "Address",
            "Shown as",
            "Built by",
            "Kind",
            "Firmware",
            "Serial number",
            "Network"),
        "id",
        "devices",
        "class",
        "inventory");
    report.entries().forEach(entry -> row(entry, page));
    Tables.close(page);
  }

  private void row(Entry entry, Markup page) {
    Identification i = entry.identification();
    String verdict = Wording.verdict(entry);
    page.open(
        "tr", "data-maker", Wording.firmMaker(entry).map(Maker::name).orElse("not determined"));
    page.open("td");
    Shown.verdict(page, verdict);
    page.close();
    if (entry.device().addresses().get(0).bytes().length == 4) {
      page.open("td", "class", "address");
    } else {
      page.open("td", "class", "address", "data-order", sortable(entry));
    }
    cards.link(entry, Wording.address(entry), page);
    int more = entry.device().addresses().size() - 1;
    if (more > 0) {
      page.element("span", Shown.addresses(entry), "class", "more");
    }
    page.close().element("td", Shown.device(entry));
    page.open("td").text(Wording.builtBy(entry));
    if (i.relabelled()) {
      page.element("span", "relabelled", "class", "mark");
    }
    page.close().element("td", Words.of(i.kind()).replace('-', ' '));
    page.element("td", i.firmware().map(Markup::shown).orElse(""));
    page.element("td", i.serial().map(Markup::shown).orElse(""));
    page.element("td", Markup.shown(Shown.network(entry)));
    page.close();
  }

  /** An IPv6 address in an order that a comparison of texts keeps, after all IPv4 ones. */
  private static String sortable(Entry entry) {
    return "x" + HexFormat.of().formatHex(entry.device().addresses().get(0).bytes());
  }
}
