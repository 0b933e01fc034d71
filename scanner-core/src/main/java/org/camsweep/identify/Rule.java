package org.camsweep.identify;

import java.util.List;
import java.util.Optional;

/** One rule of deciding who made a device; the first in the list that applies decides. */
interface Rule {
  Optional<Decision> decide(Case c);

  /** Firmest first; the last applies to everything. */
  List<Rule> ALL =
      List.of(
          new ManyPlatforms(),
          new OnePlatform(),
          new ManyDeclared(),
          new TwoKindsAgree(),
          new LabelAndPrefix(),
          new DeclaredAlone(),
          new LabelSettles(),
          new WeakEvidence(),
          new NothingKnown());
}
