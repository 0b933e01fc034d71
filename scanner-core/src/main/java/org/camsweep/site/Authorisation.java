package org.camsweep.site;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who allowed the inspection, as recorded in the report. Every part may be absent; its absence is
 * shown and blocks nothing on private ranges.
 */
public record Authorisation(
    Optional<String> reference,
    Optional<String> authorisedBy,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<String> contact) {
  /** Nothing was stated. */
  public static final Authorisation NONE =
      new Authorisation(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether {@code day} lies within the validity, as far as one was stated. */
  public boolean covers(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }
}
