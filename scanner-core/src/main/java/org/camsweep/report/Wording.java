package org.camsweep.report;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Asked;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.AddressText;
import org.camsweep.site.Network;

/** The same facts in the same words in every output. Texts of devices are as they were said. */
public final class Wording {
  /** It is on the link, and was silent to every question. */
  public static final String PRESENT_SILENT = "present, silent";

  private Wording() {}

  /** What the label says, for example {@code Northview NV-4120}; else the kind of device. */
  public static String shownAs(Entry entry) {
    Identification i = entry.identification();
    String label = (i.brand().orElse("") + " " + i.model().orElse("")).strip();
    return !label.isEmpty()
        ? label
        : entry.presentSilent() ? PRESENT_SILENT : Words.of(i.kind()) + " without a name";
  }

  /** Who built it and how sure that is; never silent about not knowing. */
  public static String builtBy(Entry entry) {
    Identification i = entry.identification();
    String candidates =
        i.candidates().stream().map(Maker::name).sorted().collect(Collectors.joining(" or "));
    if (i.maker().isPresent()) {
      return i.maker().get().name() + " (" + Words.of(i.level()) + ")";
    }
    return i.level() == Level.CONTESTED
        ? "contested" + (candidates.isEmpty() ? "" : ": " + candidates)
        : "not determined";
  }

  /**
   * The maker for fields that have no room for doubt: only where the level is likely or confirmed.
   */
  public static Optional<Maker> firmMaker(Entry entry) {
    return entry.identification().maker().filter(m -> entry.identification().level().isFirm());
  }

  /** The lowest address, as a name for the device. */
  public static String address(Entry entry) {
    return AddressText.of(entry.device().addresses().get(0));
  }

  /** For example {@code 10.0.0.21 Northview NV-4120}. */
  public static String name(Entry entry) {
    return address(entry) + " " + shownAs(entry);
  }

  /** The worst verdict in a word: restricted, review, clear, not-assessed; or waived. */
  public static String verdict(Entry entry) {
    boolean open = entry.verdict().filter(v -> v.compareTo(Verdict.REVIEW) >= 0).isPresent();
    return !open && entry.waived()
        ? "waived"
        : entry.verdict().map(Words::of).orElse("not-assessed");
  }

  /** For example {@code restricted: uk-instruction/sensitive-site}, with waiver and mark. */
  public static String finding(Finding finding) {
    return Words.of(finding.verdict())
        + ": "
        + finding.regime()
        + "/"
        + finding.limb()
        + (finding.verified() ? "" : " (unverified rule)")
        + finding.waiver().map(w -> " (waived: " + w + ")").orElse("");
  }

  /** For example {@code http 7, wsd 1}: questions by probe. */
  public static String asked(Asked asked) {
    return asked.questions().entrySet().stream()
        .map(q -> q.getKey() + " " + q.getValue())
        .collect(Collectors.joining(", "));
  }

  /** For example {@code 8 questions in 52 packets: http 7, wsd 1}. */
  public static String sent(Asked asked) {
    return asked.isNothing()
        ? "nothing"
        : "%,d %s in %,d %s: %s"
            .formatted(
                asked.count(),
                asked.count() == 1 ? "question" : "questions",
                asked.packets(),
                asked.packets() == 1 ? "packet" : "packets",
                asked(asked));
  }

  /** The network of that identifier. */
  public static Optional<Network> network(Report report, String id) {
    return report.networks().stream().filter(n -> n.id().equals(id)).findFirst();
  }
}
