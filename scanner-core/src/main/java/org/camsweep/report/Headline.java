package org.camsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.observe.Endpoint;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report.Entry;

/**
 * The one answer at the top of every output, with the counts behind it. It never says clean or
 * compliant: it speaks of what was examined.
 *
 * @param restricted devices with a finding of restricted that no waiver covers
 * @param review devices with a finding to review, and none restricted
 * @param clear devices whose worst finding is clear
 * @param notAssessed devices of the scope that no rule could be applied to: cameras, recorders and
 *     the like, and every device that nobody could say anything about, for it may be one
 * @param waived devices of which nothing worse than clear is left once waivers are applied
 * @param silent addresses that were asked and did not answer
 * @param notAsked addresses in scope that were not asked, or not to the end
 * @param outside devices that were heard from outside the scope and are, or may be, cameras and the
 *     like: nothing was asked of them, and no rule applied
 */
public record Headline(
    Answer answer,
    int restricted,
    int review,
    int clear,
    int notAssessed,
    int waived,
    long silent,
    long notAsked,
    int outside) {
  /** What the reader is told first. */
  public enum Answer {
    ACTION_NEEDED("Action needed"),
    INCONCLUSIVE("Inconclusive"),
    NOTHING_RESTRICTED_FOUND("No restricted equipment found in what was examined");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public static Headline of(Report report) {
    int[] counts = new int[5];
    for (Entry entry : report.entries()) {
      place(entry).ifPresent(p -> counts[p]++);
    }
    long silent =
        report.coverage().networks().stream().mapToLong(Coverage.PerNetwork::silent).sum();
    long notAsked =
        report.coverage().networks().stream().mapToLong(Coverage.PerNetwork::notAsked).sum();
    int outside = (int) report.entries().stream().filter(Headline::isHeardOutside).count();
    boolean cameraOutside =
        report.entries().stream()
            .anyMatch(e -> isHeardOutside(e) && e.identification().kind().isVideo());
    boolean open =
        counts[1] > 0
            || counts[3] > 0
            || notAsked > 0
            || cameraOutside
            || !report.coverage().complete();
    boolean nobody = report.entries().stream().allMatch(e -> e.device().network().isEmpty());
    boolean ofNetworks =
        report.findings().stream()
            .filter(f -> f.device().isEmpty() && f.waiver().isEmpty())
            .anyMatch(f -> f.verdict().compareTo(Verdict.REVIEW) >= 0);
    Answer answer =
        counts[0] > 0
            ? Answer.ACTION_NEEDED
            : open || nobody || ofNetworks ? Answer.INCONCLUSIVE : Answer.NOTHING_RESTRICTED_FOUND;
    return new Headline(
        answer, counts[0], counts[1], counts[2], counts[3], counts[4], silent, notAsked, outside);
  }

  /**
   * Whether a device spoke from outside the scope and may be a camera. One that shows in the
   * neighbour table alone said nothing: every host of the link stands there.
   */
  private static boolean isHeardOutside(Entry entry) {
    boolean spoke =
        entry.device().observations().stream().anyMatch(o -> !o.endpoint().equals(Endpoint.link()));
    DeviceKind kind = entry.identification().kind();
    return entry.device().network().isEmpty()
        && (kind.isVideo() || (kind == DeviceKind.UNKNOWN && spoke));
  }

  /**
   * Which of the five counts the device belongs to; none if it is known to be something else and no
   * rule spoke. A device of unknown kind may be a camera: leaving it out would let it read as
   * clear.
   */
  private static Optional<Integer> place(Entry entry) {
    Verdict verdict = entry.verdict().orElse(Verdict.NOT_ASSESSED);
    if (verdict.compareTo(Verdict.REVIEW) < 0 && entry.waived()) {
      return Optional.of(4);
    }
    boolean maybeVideo = entry.identification().kind() != DeviceKind.OTHER;
    boolean inScope = entry.device().network().isPresent();
    return switch (verdict) {
      case RESTRICTED -> Optional.of(0);
      case REVIEW -> Optional.of(1);
      case CLEAR -> Optional.of(2);
      case NOT_ASSESSED -> maybeVideo && inScope ? Optional.of(3) : Optional.empty();
    };
  }

  /** The counts in words, for example {@code 1 restricted, 2 to review, 3 clear}. */
  public String counts() {
    List<String> parts = new ArrayList<>();
    parts.add(restricted + " restricted");
    parts.add(review + " to review");
    parts.add(clear + " clear");
    parts.add(notAssessed + " not assessed");
    if (waived > 0) {
      parts.add(waived + " waived");
    }
    if (outside > 0) {
      parts.add(outside + " heard outside the scope and not assessed");
    }
    return String.join(", ", parts);
  }

  /** What silence means, in one sentence; empty where every address answered. */
  public String onSilence() {
    String silence =
        silent == 0
            ? ""
            : "%,d address%s silent: that does not mean that nothing is there."
                .formatted(silent, silent == 1 ? " was" : "es were");
    String skipped =
        notAsked == 0
            ? ""
            : "%,d address%s not asked, or not to the end."
                .formatted(notAsked, notAsked == 1 ? " was" : "es were");
    return (silence + " " + skipped).strip();
  }
}
