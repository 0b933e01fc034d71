package org.camsweep.policy;

import java.util.List;
import java.util.Optional;

/**
 * What one limb says of one device, before it becomes a finding.
 *
 * @param limb identifier to report, the limb's own or a word for why it does not apply
 * @param placed whether the network is one where the limb bites
 * @param reasons sentences
 */
record Ruling(
    String limb,
    Optional<String> cite,
    Verdict verdict,
    boolean placed,
    List<String> reasons,
    Optional<String> settle,
    List<String> actions) {
  Ruling {
    reasons = List.copyOf(reasons);
    actions = List.copyOf(actions);
  }
}
