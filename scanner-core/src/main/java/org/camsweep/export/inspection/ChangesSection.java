package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Change;
import org.camsweep.report.Report;
import org.camsweep.report.Since;

/** What is different from an earlier inspection. */
final class ChangesSection implements Section {
  @Override
  public String anchor() {
    return "changes";
  }

  @Override
  public String title() {
    return "Changes since an earlier inspection";
  }

  @Override
  public void write(Report report, Markup page) {
    if (report.since().isEmpty()) {
      page.element("p", "No earlier inspection was named to hold this one against.");
      return;
    }
    Since since = report.since().get();
    page.element(
        "p",
        "Held against " + Markup.shown(since.scanId()) + ", judged as of " + since.asOf() + ".");
    if (!since.pack().equals(report.provenance().pack())) {
      page.element(
          "p",
          "The earlier one was judged by other signatures and rules (" + since.pack() + ").",
          "class",
          "note");
    }
    if (since.changes().isEmpty()) {
      page.element("p", "Nothing changed.");
      return;
    }
    Tables.open(page, "Changes", List.of("Change", "Device", "What"));
    for (Since.Line line : since.changes()) {
      page.open("tr").element("td", word(line.kind()));
      page.element("td", Markup.shown(line.name())).element("td", Markup.shown(line.what()));
      page.close();
    }
    Tables.close(page);
  }

  private static String word(Change.Kind kind) {
    return switch (kind) {
      case NEW -> "New";
      case GONE -> "Gone";
      case NOT_LOOKED_AT -> "Not looked at";
      case MOVED -> "Moved";
      case FIRMWARE -> "Firmware";
      case CHANGED -> "Says something else";
      case REJUDGED -> "Judged anew";
    };
  }
}
