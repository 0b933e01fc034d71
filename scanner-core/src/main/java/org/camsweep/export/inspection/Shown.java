package org.camsweep.export.inspection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/** How the report shows verdicts, times and devices, the same in every section. */
final class Shown {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK);

  private Shown() {}

  static String time(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  static String anchor(Entry entry) {
    return "device-" + entry.device().id().text();
  }

  /** A verdict as a word in a box, never by colour alone. */
  static void verdict(Markup page, String word) {
    page.element("span", words(word), "class", "verdict " + word);
  }

  static String words(String verdict) {
    return switch (verdict) {
      case "restricted" -> "Restricted";
      case "review" -> "To review";
      case "clear" -> "Clear";
      case "waived" -> "Waived";
      default -> "Not assessed";
    };
  }

  /** One letter for the map, with a meaning in its legend. */
  static String letter(String verdict) {
    return switch (verdict) {
      case "restricted" -> "R";
      case "review" -> "?";
      case "clear" -> "C";
      case "waived" -> "W";
      default -> "o";
    };
  }

  static boolean isOpen(Entry entry) {
    Optional<Verdict> verdict = entry.verdict();
    return verdict.filter(v -> v.compareTo(Verdict.REVIEW) >= 0).isPresent() || entry.waived();
  }

  static String addresses(Entry entry) {
    return entry.device().addresses().stream()
        .map(AddressText::of)
        .collect(Collectors.joining(", "));
  }

  static Optional<Address> v4(Entry entry) {
    return entry.device().addresses().stream().filter(a -> a.isV4()).findFirst();
  }

  static String network(Entry entry) {
    return entry.device().network().orElse("outside the scope");
  }

  static String device(Entry entry) {
    return Markup.shown(Wording.shownAs(entry));
  }

  static String count(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}
