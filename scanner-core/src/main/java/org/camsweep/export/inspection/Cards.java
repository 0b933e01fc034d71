package org.camsweep.export.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.device.DeviceId;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;

/** Which devices have a card of their own; every device has its row in the inventory. */
final class Cards {
  /** Every device has one. */
  static final Cards EVERY = new Cards(Optional.empty());

  private static final Comparator<Entry> WORST_FIRST =
      Comparator.comparing((Entry e) -> e.verdict().orElse(Verdict.NOT_ASSESSED)).reversed();

  private final Optional<Set<DeviceId>> chosen;

  private Cards(Optional<Set<DeviceId>> chosen) {
    this.chosen = chosen;
  }

  /** So many at most: those that need a decision, worst first, then the others. */
  static Cards atMost(int most, Report report) {
    if (report.entries().size() <= most) {
      return EVERY;
    }
    Stream<Entry> rest = report.entries().stream().filter(e -> !Shown.isOpen(e));
    return new Cards(
        Optional.of(
            Stream.concat(open(report).stream(), rest)
                .limit(most)
                .map(e -> e.device().id())
                .collect(Collectors.toUnmodifiableSet())));
  }

  /** The devices that need a decision, worst first. */
  static List<Entry> open(Report report) {
    return report.entries().stream().filter(Shown::isOpen).sorted(WORST_FIRST).toList();
  }

  boolean has(Entry entry) {
    return chosen.map(ids -> ids.contains(entry.device().id())).orElse(true);
  }

  /** The device's address, leading to its card where it has one. */
  void link(Entry entry, String text, Markup page) {
    if (has(entry)) {
      page.element("a", text, "href", "#" + Shown.anchor(entry));
    } else {
      page.text(text);
    }
  }

  /** Says how many of these stand without a card, and where the whole of them is. */
  void tellLeftOut(List<Entry> entries, Markup page) {
    long n = entries.stream().filter(e -> !has(e)).count();
    if (n > 0) {
      page.element(
          "p",
          Shown.count(n, "more device stands", "more devices stand")
              + " in the tables of this report only, with verdict, maker and place. The evidence is"
              + " in the HTML report and in report.json of the same result.",
          "class",
          "left-out");
    }
  }
}
