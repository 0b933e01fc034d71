package org.camsweep.export.inspection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camsweep.identify.Evidence;
import org.camsweep.observe.Observation;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Words;

/** Why we think so: each piece of evidence, for and against, with the answer it came from. */
final class EvidenceList {
  /** More rows than this are counted, and stand in report.json. */
  private static final int MOST = 8;

  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparing((Evidence e) -> !e.verified()).thenComparing(Evidence::kind);

  private EvidenceList() {}

  static void write(Entry entry, Markup page) {
    List<Evidence> speaking = entry.identification().evidence();
    List<Evidence> contrary = entry.identification().contrary();
    page.open("details", "class", "evidence");
    page.element(
        "summary",
        "Evidence: "
            + Shown.count(speaking.size(), "piece", "pieces")
            + " for, "
            + contrary.size()
            + " against");
    if (speaking.isEmpty() && contrary.isEmpty()) {
      page.element("p", "Nothing that it said is known to be any maker's.");
    } else {
      Map<String, Observation> answers = new HashMap<>();
      entry.answers().forEach(a -> answers.put(a.id(), a));
      page.open("ul");
      contrary.stream()
          .sorted(STRONGEST_FIRST)
          .limit(MOST)
          .forEach(e -> row(e, "against", answers, page));
      speaking.stream()
          .sorted(STRONGEST_FIRST)
          .limit(MOST)
          .forEach(e -> row(e, "for", answers, page));
      page.close();
      int more = Math.max(0, speaking.size() - MOST) + Math.max(0, contrary.size() - MOST);
      if (more > 0) {
        page.element("p", more + " more stand in report.json.", "class", "note");
      }
    }
    page.close();
  }

  private static void row(
      Evidence evidence, String side, Map<String, Observation> answers, Markup page) {
    page.open("li").element("b", side);
    page.text(", " + Words.of(evidence.kind()));
    page.text(evidence.verified() ? ": " : ", unverified: ").element("b", evidence.field());
    page.text(" ").element("q", Markup.shown(evidence.value()), "class", "said");
    Observation answer = answers.get(evidence.observation());
    page.open("span", "class", "source").text(heard(evidence, answer) + "; signature ");
    page.element("span", evidence.signature(), "class", "id").close();
    if (answer != null) {
      answer.rawSha256().ifPresent(hash -> page.element("span", hash, "class", "hash"));
    }
    page.close();
  }

  private static String heard(Evidence evidence, Observation answer) {
    return answer == null
        ? evidence.observation()
        : evidence.observation() + ": " + answer.probe().name() + " at " + answer.endpoint();
  }
}
