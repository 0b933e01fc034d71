package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** Nothing speaks for any maker. */
final class NothingKnown implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    return Optional.of(
        Decision.open(Level.UNKNOWN, List.of(), "nothing that was heard speaks for a maker"));
  }
}
