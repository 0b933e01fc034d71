package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Report;
import org.camsweep.report.StandingText;

/** The page from its first line to its last; the same in HTML and PDF. */
final class Body {
  private Body() {}

  static void write(Report report, Cards cards, Markup page) {
    List<Section> sections = Section.all(cards);
    page.element("a", "Skip to the report", "class", "skip", "href", "#report");
    page.open("header");
    report.provenance().marking().ifPresent(m -> marking(page, m));
    page.open("div", "class", "cover");
    Cover.write(report, page);
    page.close().close();
    page.open("div", "class", "columns");
    contents(sections, page);
    page.open("main", "id", "report", "tabindex", "-1");
    Answer.write(report, page);
    int number = 1;
    for (Section section : sections) {
      page.open(
          "section",
          "id",
          section.anchor(),
          "class",
          "part " + section.anchor(),
          "aria-labelledby",
          section.anchor() + "-title");
      page.open("h2", "id", section.anchor() + "-title");
      page.element("span", number++ + "", "class", "number").text(" " + section.title()).close();
      section.write(report, page);
      page.close();
    }
    page.close().close();
    page.open("footer").element("p", StandingText.TEXT, "class", "standing");
    report.provenance().marking().ifPresent(m -> marking(page, m));
    page.close();
  }

  private static void marking(Markup page, String marking) {
    page.element("p", Markup.shown(marking), "class", "marking");
  }

  private static void contents(List<Section> sections, Markup page) {
    page.open("nav", "aria-label", "Contents").open("ol");
    for (Section section : sections) {
      page.open("li").element("a", section.title(), "href", "#" + section.anchor()).close();
    }
    page.close().close();
  }
}
