package org.camsweep.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.camsweep.device.DeviceId;

/**
 * The owner's decision to live with a finding for a time. It hides nothing: a waived finding stays
 * in every output, with the waiver's identifier.
 *
 * @param line where it stands in its file
 * @param finding identifier of the one finding it covers; else {@code regime} is there
 * @param regime the regime whose findings it covers, on {@code network} or of {@code device}
 * @param limb narrows {@code regime} to one limb
 * @param mitigation what was done meanwhile, in words
 * @param expires last day on which it counts, at most twelve months after {@code approvedOn}
 */
public record Waiver(
    String id,
    int line,
    Optional<String> finding,
    Optional<String> regime,
    Optional<String> limb,
    Optional<String> network,
    Optional<String> device,
    String reason,
    Optional<String> mitigation,
    String approvedBy,
    LocalDate approvedOn,
    LocalDate expires) {
  /** Where a waiver stands on a day. */
  public enum State {
    NOT_YET,
    IN_FORCE,
    EXPIRED
  }

  public State state(LocalDate day) {
    if (day.isBefore(approvedOn)) {
      return State.NOT_YET;
    }
    return day.isAfter(expires) ? State.EXPIRED : State.IN_FORCE;
  }

  /** Days until it expires; negative after that. */
  public long daysLeft(LocalDate day) {
    return ChronoUnit.DAYS.between(day, expires);
  }

  /** Whether it speaks of the finding, whatever the day. */
  public boolean matches(Finding f) {
    if (finding.isPresent()) {
      return finding.get().equals(f.id());
    }
    return same(regime, f.regime())
        && (limb.isEmpty() || same(limb, f.limb()))
        && (network.isEmpty() || same(network, f.network()))
        && (device.isEmpty() || same(device, f.device().map(DeviceId::text).orElse("")));
  }

  private static boolean same(Optional<String> wanted, String is) {
    return wanted.filter(is::equals).isPresent();
  }
}
