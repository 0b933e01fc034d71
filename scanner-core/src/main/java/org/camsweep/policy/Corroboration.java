package org.camsweep.policy;

import java.util.Optional;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;

/**
 * Whether what is believed of a maker rests on more than the device's own account of itself. To be
 * accused a device's word is enough, for nobody gains by it; to be cleared it is not: a restricted
 * device that names another maker in every field would be cleared by its own lie. So <i>clear</i>
 * needs evidence of another kind that speaks for the same maker, and none of weight against it:
 * verified words of that maker's platform, or a block of hardware addresses registered to it, seen
 * on the link and not merely stated.
 */
final class Corroboration {
  private static final String SEEN = "neighbour.mac";

  private Corroboration() {}

  static boolean of(Identification id) {
    Optional<String> maker = id.maker().map(Maker::id);
    boolean disputed = !id.candidates().isEmpty();
    return maker.isPresent()
        && !disputed
        && id.evidence().stream().anyMatch(e -> carries(e) && !isAnothers(e, id));
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
