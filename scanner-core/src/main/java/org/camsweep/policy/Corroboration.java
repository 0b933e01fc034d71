package org.camsweep.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Observation;

/**
 * Whether what is believed of a maker rests on more than the device's own account of itself. To be
 * accused a device's word is enough, for nobody gains by it; to be cleared it is not: a restricted
 * device that names another maker in every field would be cleared by its own lie. So <i>clear</i>
 * needs evidence of another kind that speaks for the same maker, and none of weight against it:
 * verified words of that maker's platform, or a block of hardware addresses registered to it, seen
 * on the link and not merely stated. And the words must answer a question: those that nobody asked
 * for may be another machine's, sent in a silent camera's name.
 */
final class Corroboration {
  private static final String SEEN = "neighbour.mac";

  private Corroboration() {}

  static boolean of(Judged judged) {
    Identification id = judged.identification();
    Optional<String> maker = id.maker().map(Maker::id);
    boolean disputed = !id.candidates().isEmpty();
    Set<String> unasked = unasked(judged);
    return maker.isPresent()
        && !disputed
        && id.evidence().stream()
            .anyMatch(e -> carries(e) && !unasked.contains(e.observation()) && !isAnothers(e, id));
  }

  /**
   * Whether its label rests only on words that nobody asked for. A rule that is milder to units
   * under another label would else be made milder by whoever calls a restricted one so.
   */
  static boolean isLabelledByOthers(Judged judged) {
    Identification id = judged.identification();
    Set<String> unasked = unasked(judged);
    List<Evidence> labels =
        id.evidence().stream()
            .filter(e -> e.brand().isPresent() && e.brand().equals(id.brand()))
            .toList();
    return !labels.isEmpty() && labels.stream().allMatch(e -> unasked.contains(e.observation()));
  }

  private static Set<String> unasked(Judged judged) {
    return judged.device().observations().stream()
        .filter(Observation::isUnasked)
        .map(Observation::id)
        .collect(Collectors.toSet());
  }

  private static boolean carries(Evidence e) {
    boolean platform = e.kind() == EvidenceKind.PLATFORM && e.verified();
    boolean seen = e.kind() == EvidenceKind.REGISTERED && e.field().equals(SEEN) && e.verified();
    return e.maker().isPresent() && (platform || seen);
  }

  /**
   * What speaks for a maker's owner or subsidiary stands in the evidence for it, others' do not.
   */
  private static boolean isAnothers(Evidence e, Identification id) {
    return id.contrary().contains(e);
  }
}
