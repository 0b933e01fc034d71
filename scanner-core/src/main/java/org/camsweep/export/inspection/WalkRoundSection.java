package org.camsweep.export.inspection;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/** A sheet to take along: the devices that need a look, and room for what is found there. */
final class WalkRoundSection implements Section {
  @Override
  public String anchor() {
    return "walk-round";
  }

  @Override
  public String title() {
    return "Walk-round sheet";
  }

  @Override
  public void write(Report report, Markup page) {
    List<Entry> all =
        report.entries().stream()
            .filter(e -> e.device().network().isPresent())
            .filter(e -> Shown.isOpen(e) || e.identification().kind().isVideo())
            .toList();
    page.element(
        "p",
        "Take it along. Read the type plate on the case, not the label on the front: a relabelled"
            + " device shows its maker there, in its model number or its approval marks.");
    if (all.isEmpty()) {
      page.element("p", "No device to look at. Note cameras that you see and that are not listed.");
    }
    Tables.open(
        page,
        "Devices to look at",
        List.of("Device", "Look for", "Place", "Label reads", "Initials"),
        "class",
        "sheet");
    all.forEach(entry -> row(entry, page));
    for (int i = 0; i < 3; i++) {
      page.open("tr").element("th", "seen, not listed", "scope", "row").element("td", "");
      page.element("td", "").element("td", "").element("td", "").close();
    }
    Tables.close(page);
    page.open("dl", "class", "facts signature");
    for (String blank : List.of("Walked by", "Date", "Signature")) {
      page.element("dt", blank).element("dd", "", "class", "blank");
    }
    page.close();
  }

  private static void row(Entry entry, Markup page) {
    page.open("tr").open("th", "scope", "row");
    page.element("span", Wording.address(entry), "class", "address");
    page.element("span", Shown.device(entry), "class", "more").close();
    page.open("td");
    String between = "";
    for (String line : lookFor(entry)) {
      if (!between.isEmpty()) {
        page.empty(between);
      }
      page.text(Markup.shown(line));
      between = "br";
    }
    page.close();
    page.element("td", "").element("td", "").element("td", "").close();
  }

  private static List<String> lookFor(Entry entry) {
    Identification i = entry.identification();
    List<String> lines = new ArrayList<>();
    if (i.maker().isPresent()) {
      lines.add("maker: " + i.maker().get().name() + trade(i.maker().get()));
    } else if (i.candidates().isEmpty()) {
      lines.add("any maker's name or approval number");
    } else {
      i.candidates().forEach(m -> lines.add("maker: " + m.name() + " or another?"));
    }
    i.model().ifPresent(m -> lines.add("model: " + m));
    i.serial().ifPresent(s -> lines.add("serial number: " + s));
    entry.device().mac().ifPresent(m -> lines.add("MAC: " + m.text()));
    return lines;
  }

  private static String trade(Maker maker) {
    return maker.tradeNames().isEmpty()
        ? ""
        : " (" + String.join(", ", maker.tradeNames().stream().limit(3).toList()) + ")";
  }
}
