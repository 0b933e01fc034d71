package org.camsweep.identify;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;

/**
 * What a device is, from what it says of its kind. A maker's name never enters. Firm words beat
 * weak ones; among weak ones "no camera" beats "camera"; what cannot be reconciled is unknown.
 * "Camera or recorder" leaves room for any finer word; what merely resembles something else does
 * not take it away.
 */
final class KindRule {
  /** Kinds that hold a camera and are named by what they are beside it. */
  private static final List<DeviceKind> FINER =
      List.of(DeviceKind.THERMAL_CAMERA, DeviceKind.INTERCOM, DeviceKind.ACCESS_TERMINAL);

  /** Kinds of which it is sure that each is a camera, a recorder or something between. */
  private static final Set<DeviceKind> VIDEO =
      EnumSet.of(
          DeviceKind.CAMERA,
          DeviceKind.THERMAL_CAMERA,
          DeviceKind.RECORDER,
          DeviceKind.ENCODER,
          DeviceKind.VIDEO_SERVER);

  private KindRule() {}

  /**
   * @param counts which makers' claims count; those for no maker always do
   */
  static DeviceKind decide(Collection<Hit> hits, Predicate<String> counts) {
    Set<DeviceKind> firm = EnumSet.noneOf(DeviceKind.class);
    Set<DeviceKind> weak = EnumSet.noneOf(DeviceKind.class);
    boolean saysOther = false;
    for (Hit hit : hits) {
      Optional<DeviceKind> claim = hit.signature().device();
      boolean heard = hit.signature().maker().filter(m -> !counts.test(m)).isEmpty();
      if (claim.isPresent() && heard) {
        (isFirm(hit) ? firm : weak).add(claim.get());
        saysOther |= claim.get() == DeviceKind.OTHER && isOwnWord(hit);
      }
    }
    boolean surelyVideo = firm.remove(DeviceKind.CAMERA_OR_RECORDER);
    if (!firm.isEmpty()) {
      return reconcile(firm);
    }
    if (weak.contains(DeviceKind.OTHER) && (saysOther || !surelyVideo)) {
      return DeviceKind.OTHER;
    }
    return amongWeak(weak, surelyVideo);
  }

  /** Recorders say what cameras say, too; no camera calls itself a recorder. */
  private static DeviceKind amongWeak(Set<DeviceKind> weak, boolean surelyVideo) {
    boolean video = weak.remove(DeviceKind.CAMERA_OR_RECORDER) || surelyVideo;
    weak.remove(DeviceKind.OTHER);
    DeviceKind told =
        weak.equals(EnumSet.of(DeviceKind.CAMERA, DeviceKind.RECORDER))
            ? DeviceKind.RECORDER
            : reconcile(weak);
    return told == DeviceKind.UNKNOWN && video ? DeviceKind.CAMERA_OR_RECORDER : told;
  }

  private static boolean isFirm(Hit hit) {
    return hit.signature().verified() && isOwnWord(hit);
  }

  /** As a model number, which a likeness to other makers' devices is not. */
  private static boolean isOwnWord(Hit hit) {
    EvidenceKind kind = hit.signature().evidence();
    return kind == EvidenceKind.PLATFORM || kind == EvidenceKind.DECLARED;
  }

  private static DeviceKind reconcile(Set<DeviceKind> kinds) {
    if (kinds.size() == 1) {
      return kinds.iterator().next();
    }
    DeviceKind common =
        !kinds.isEmpty() && VIDEO.containsAll(kinds)
            ? DeviceKind.CAMERA_OR_RECORDER
            : DeviceKind.UNKNOWN;
    return kinds.size() == 2 && kinds.contains(DeviceKind.CAMERA)
        ? FINER.stream().filter(kinds::contains).findFirst().orElse(common)
        : common;
  }
}
