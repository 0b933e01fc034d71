package org.camsweep.export.inspection;

import org.camsweep.report.Interview;
import org.camsweep.report.Report.Entry;

/** How the log-in with the owner's account went, and the channels that a recorder names. */
final class InterviewList {
  private static final int MOST = 128;

  private InterviewList() {}

  static void write(Entry entry, Markup page) {
    entry.interview().ifPresent(interview -> write(interview, page));
  }

  private static void write(Interview interview, Markup page) {
    page.open("dl", "class", "facts");
    page.pair(
        "Interview with the owner's account",
        words(interview.outcome()) + interview.why().map(w -> ": " + w).orElse(""));
    page.close();
    if (interview.channels().isEmpty()) {
      return;
    }
    page.open("details");
    page.element(
        "summary",
        Shown.count(interview.channels().size(), "video source", "video sources")
            + "; a camera behind a recorder is judged only where it answered itself");
    page.open("ul");
    interview.channels().stream()
        .limit(MOST)
        .forEach(channel -> page.element("li", Markup.shown(channel.text())));
    page.close().close();
  }

  private static String words(Interview.Outcome outcome) {
    return switch (outcome) {
      case NOT_TRIED -> "not tried";
      case BEGAN -> "begun, and cut off";
      case FAILED -> "failed";
      case LOCKED_OUT -> "locked out";
      case REFUSED -> "refused";
      case IN -> "the log-in was taken";
    };
  }
}
