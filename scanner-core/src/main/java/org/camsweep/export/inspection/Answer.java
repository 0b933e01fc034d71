package org.camsweep.export.inspection;

import java.util.Locale;
import org.camsweep.report.Headline;
import org.camsweep.report.Report;

/** The one answer at the top, its counts, and one sentence on silence. */
final class Answer {
  private Answer() {}

  static void write(Report report, Markup page) {
    Headline headline = Headline.of(report);
    String tone = headline.answer().name().toLowerCase(Locale.ROOT).replace('_', '-');
    page.open("section", "class", "answer " + tone, "aria-labelledby", "answer-title");
    page.element("h2", headline.answer().words(), "id", "answer-title");
    page.open("ul", "class", "counts");
    count(page, "restricted", headline.restricted(), "restricted");
    count(page, "review", headline.review(), "to review");
    count(page, "clear", headline.clear(), "clear");
    count(page, "not-assessed", headline.notAssessed(), "not assessed");
    if (headline.waived() > 0) {
      count(page, "waived", headline.waived(), "waived");
    }
    if (headline.outside() > 0) {
      count(page, "not-assessed", headline.outside(), "heard outside the scope and not assessed");
    }
    page.close();
    if (!headline.onSilence().isEmpty()) {
      page.element("p", headline.onSilence(), "class", "silence");
    }
    page.element(
        "p",
        "Clear speaks of the named device under the rules applied, and of nothing else."
            + " A device whose maker is not known is never clear.",
        "class",
        "note");
    page.close();
  }

  private static void count(Markup page, String verdict, int n, String word) {
    page.open("li", "class", verdict);
    page.element("b", String.format(Locale.ROOT, "%,d", n)).text(" ").element("span", word);
    page.close();
  }
}
