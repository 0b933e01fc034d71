package org.camsweep.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.interview.Interviewer;
import org.camsweep.policy.Judged;
import org.camsweep.site.Address;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * Who may be shown the owner's log-in. A device is a confirmed camera of a network if all of this
 * is so:
 *
 * <ul>
 *   <li>it is in that network, and the address that is asked is admitted by the scope as one of
 *       that network's;
 *   <li>it is a video device: a camera, recorder, encoder, intercom, access terminal or video
 *       server;
 *   <li>its maker is likely or confirmed, and that rests on more than a label: on words that only
 *       this maker's firmware says, or on the device's own naming of the maker and a hardware
 *       address registered to the same, each by a verified signature;
 *   <li>it answered as an ONVIF device at that address ({@link OnvifDoor}).
 * </ul>
 *
 * <p>Whoever imitates all of that is believed; SECURITY.md says what he gets.
 */
final class ConfirmedCamera {
  /**
   * One device of a network with credentials.
   *
   * @param invitation where it may be interviewed; absent if it may not
   * @param why it may not
   */
  record Ruling(Judged device, Optional<Invitation> invitation, String why) {}

  /** Where a confirmed camera may be asked. */
  record Invitation(Target target, Interviewer.Door door) {}

  private final Scope scope;
  private final Set<String> networks;

  /**
   * @param networks identifiers of the networks with credentials
   */
  ConfirmedCamera(Scope scope, Set<String> networks) {
    this.scope = scope;
    this.networks = Set.copyOf(networks);
  }

  /**
   * A ruling on a device; none for one of another network, or one that is surely no video device.
   */
  Optional<Ruling> rule(Judged judged) {
    Device device = judged.device();
    boolean asked = device.network().filter(networks::contains).isPresent();
    if (!asked || judged.identification().kind() == DeviceKind.OTHER) {
      return Optional.empty();
    }
    String doubt = doubt(judged.identification());
    if (!doubt.isEmpty()) {
      return Optional.of(new Ruling(judged, Optional.empty(), doubt));
    }
    String why = "it has no address that may be asked";
    for (Address address : device.addresses()) {
      Optional<Target> target =
          scope
              .admit(address)
              .filter(t -> device.network().filter(t.network().id()::equals).isPresent());
      if (target.isPresent() && !isOfUnknownLink(address)) {
        OnvifDoor.Found found = OnvifDoor.at(device, address);
        if (found.door().isPresent()) {
          Invitation invitation = new Invitation(target.get(), found.door().get());
          return Optional.of(new Ruling(judged, Optional.of(invitation), ""));
        }
        why = found.why();
      }
    }
    return Optional.of(new Ruling(judged, Optional.empty(), why));
  }

  private static boolean isOfUnknownLink(Address address) {
    return address.isLinkLocal6() && address.zone().isEmpty();
  }

  private static String doubt(Identification believed) {
    if (!believed.kind().isVideo()) {
      return "it is not known to be a camera";
    }
    if (!believed.level().isFirm()) {
      return "who made it is not sure enough";
    }
    return restsOnMoreThanALabel(believed.evidence())
        ? ""
        : "what names its maker is no more than a label, which anybody can show";
  }

  private static boolean restsOnMoreThanALabel(List<Evidence> evidence) {
    return has(evidence, EvidenceKind.PLATFORM)
        || (has(evidence, EvidenceKind.DECLARED) && has(evidence, EvidenceKind.REGISTERED));
  }

  private static boolean has(List<Evidence> evidence, EvidenceKind kind) {
    return evidence.stream()
        .anyMatch(e -> e.kind() == kind && e.verified() && e.maker().isPresent());
  }
}
