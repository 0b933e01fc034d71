package org.camsweep.policy;

import java.util.Optional;
import org.camsweep.device.DeviceId;

/** The same finding with one thing different. */
public final class Findings {
  private Findings() {}

  /** Of another device, or of none. */
  public static Finding of(Optional<DeviceId> device, Finding f) {
    return with(f, device, f.citation(), f.verified());
  }

  /** By another instrument. */
  public static Finding citing(String citation, Finding f) {
    return with(f, f.device(), citation, f.verified());
  }

  /** By a rule whose source was seen, or was not. */
  public static Finding verified(boolean verified, Finding f) {
    return with(f, f.device(), f.citation(), verified);
  }

  private static Finding with(
      Finding f, Optional<DeviceId> device, String citation, boolean verified) {
    return new Finding(
        f.id(),
        device,
        f.network(),
        f.regime(),
        f.regimeName(),
        f.limb(),
        f.verdict(),
        f.because(),
        f.settle(),
        citation,
        f.primaryRead(),
        f.version(),
        verified,
        f.actions(),
        f.waiver());
  }
}
