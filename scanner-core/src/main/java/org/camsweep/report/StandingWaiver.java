package org.camsweep.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.policy.Waiver;
import org.camsweep.policy.Waivers;

/**
 * A waiver as it stood on the day of judgement. Which findings it covers, they say themselves.
 *
 * @param daysLeft days until it expires; negative after that
 * @param covers what it was given for, in words: one finding, or a regime and where
 * @param mitigation what was done meanwhile
 */
public record StandingWaiver(
    String id,
    Waiver.State state,
    long daysLeft,
    String covers,
    String reason,
    Optional<String> mitigation,
    String approvedBy,
    LocalDate approvedOn,
    LocalDate expires) {

  /** All waivers of an owner, in the order of his file. */
  static List<StandingWaiver> of(Waivers waivers, LocalDate asOf) {
    return waivers.all().stream().map(w -> of(w, asOf)).toList();
  }

  private static StandingWaiver of(Waiver waiver, LocalDate asOf) {
    return new StandingWaiver(
        waiver.id(),
        waiver.state(asOf),
        waiver.daysLeft(asOf),
        covers(waiver),
        waiver.reason(),
        waiver.mitigation(),
        waiver.approvedBy(),
        waiver.approvedOn(),
        waiver.expires());
  }

  private static String covers(Waiver waiver) {
    return Stream.of(
            waiver.finding().map(f -> "finding " + f),
            waiver.regime().map(r -> "regime " + r),
            waiver.limb().map(l -> "limb " + l),
            waiver.network().map(n -> "network " + n),
            waiver.device().map(d -> "device " + d))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
