package org.camsweep.policy;

import java.util.List;
import java.util.Optional;
import org.camsweep.device.DeviceId;

/**
 * What one limb of one regime says of one device, or of a network's coverage.
 *
 * @param id stable over scans: regime, limb, network and device
 * @param device absent for a finding about a network
 * @param regime identifier of the regime
 * @param regimeName its short title
 * @param limb which limb, for example {@code sensitive-site} or {@code f-3-A}
 * @param because plain words: the facts and the rule
 * @param settle the one fact that would settle a review
 * @param citation instrument, number and date
 * @param primaryRead whether the instrument was read in primary form
 * @param version version of the regime's data and its content hash
 * @param verified whether the regime's row is marked verified
 * @param actions what the instrument itself asks for, in its order
 * @param waiver identifier of the waiver that covers the finding, if one does
 */
public record Finding(
    String id,
    Optional<DeviceId> device,
    String network,
    String regime,
    String regimeName,
    String limb,
    Verdict verdict,
    String because,
    Optional<String> settle,
    String citation,
    boolean primaryRead,
    String version,
    boolean verified,
    List<String> actions,
    Optional<String> waiver) {
  public Finding {
    actions = List.copyOf(actions);
  }

  /** The same finding, covered by a waiver or by none. */
  public Finding waivedBy(Optional<String> other) {
    return new Finding(
        id,
        device,
        network,
        regime,
        regimeName,
        limb,
        verdict,
        because,
        settle,
        citation,
        primaryRead,
        version,
        verified,
        actions,
        other);
  }
}
