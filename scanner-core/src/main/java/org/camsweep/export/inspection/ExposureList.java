package org.camsweep.export.inspection;

import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Sign;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Words;

/** What was seen of a microphone and of a way out: beside the verdict, never part of it. */
final class ExposureList {
  private static final int MOST = 4;

  private ExposureList() {}

  static void write(Entry entry, Markup page) {
    if (entry.exposures().isEmpty()) {
      return;
    }
    page.open("dl", "class", "facts exposure");
    for (Exposure exposure : entry.exposures()) {
      page.element("dt", exposure.topic().title()).open("dd");
      page.element("b", Words.of(exposure.sight()).replace('-', ' '));
      exposure.signs().stream().limit(MOST).forEach(sign -> sign(sign, page));
      exposure.open().ifPresent(open -> page.element("span", open, "class", "source"));
      page.close();
    }
    page.close();
  }

  private static void sign(Sign sign, Markup page) {
    page.element(
        "span",
        sign.means() + ": " + sign.field() + " " + Markup.shown(sign.value()),
        "class",
        "source");
  }
}
