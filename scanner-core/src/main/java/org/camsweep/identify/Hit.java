package org.camsweep.identify;

import java.util.Map;
import org.camsweep.fingerprint.Signature;
import org.camsweep.observe.Fact;

/**
 * A signature that fired.
 *
 * @param captures what its named groups captured, not blank
 */
record Hit(Signature signature, Fact fact, String observation, Map<String, String> captures) {
  Evidence evidence() {
    return new Evidence(
        signature.id(),
        fact.field().name(),
        fact.value(),
        signature.evidence(),
        observation,
        signature.maker(),
        signature.brand().or(() -> java.util.Optional.ofNullable(captures.get("brand"))),
        signature.verified());
  }
}
