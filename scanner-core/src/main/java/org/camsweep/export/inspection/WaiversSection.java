package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Report;
import org.camsweep.report.StandingWaiver;

/** What the owner accepts for a while, who said so, and for how much longer. */
final class WaiversSection implements Section {
  @Override
  public String anchor() {
    return "waivers";
  }

  @Override
  public String title() {
    return "Waivers";
  }

  @Override
  public void write(Report report, Markup page) {
    if (report.waivers().isEmpty()) {
      page.element("p", "The owner gave no waiver.");
      return;
    }
    Tables.open(
        page,
        "Waivers",
        List.of("Waiver", "Stands", "Covers", "Findings #", "Reason", "Approved by", "Expires"));
    for (StandingWaiver waiver : report.waivers()) {
      long findings =
          report.findings().stream()
              .filter(f -> f.waiver().filter(waiver.id()::equals).isPresent())
              .count();
      page.open("tr").element("th", Markup.shown(waiver.id()), "scope", "row");
      page.element("td", stands(waiver)).element("td", Markup.shown(waiver.covers()));
      page.element("td", findings + "", "class", "n");
      page.open("td").said(waiver.reason());
      waiver
          .mitigation()
          .ifPresent(m -> page.element("span", "Meanwhile: " + Markup.shown(m), "class", "source"));
      page.close();
      page.element("td", Markup.shown(waiver.approvedBy()) + ", " + waiver.approvedOn());
      page.element("td", waiver.expires().toString()).close();
    }
    Tables.close(page);
  }

  private static String stands(StandingWaiver waiver) {
    return switch (waiver.state()) {
      case NOT_YET -> "not in force yet";
      case EXPIRED -> "expired " + Shown.count(-waiver.daysLeft(), "day", "days") + " ago";
      case IN_FORCE -> Shown.count(waiver.daysLeft(), "day", "days") + " left";
    };
  }
}
