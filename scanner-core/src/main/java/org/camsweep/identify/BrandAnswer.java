package org.camsweep.identify;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the label says, apart from who built the box. A foreign label is told before the maker's
 * own, since neutral firmware keeps its maker's words and only the label's owner adds the label.
 */
final class BrandAnswer {
  private BrandAnswer() {}

  /**
   * @param evidence every piece that was found
   * @param maker the maker decided on, if any
   */
  static Optional<String> of(Collection<Evidence> evidence, Optional<String> maker, Names names) {
    Comparator<Evidence> order =
        Comparator.comparing((Evidence e) -> isOwn(e, maker, names))
            .thenComparing(e -> !e.verified())
            .thenComparing(Evidence::kind)
            .thenComparing(e -> e.brand().orElse(""))
            .thenComparing(Evidence::signature);
    return evidence.stream().filter(e -> e.brand().isPresent()).min(order).flatMap(Evidence::brand);
  }

  private static boolean isOwn(Evidence e, Optional<String> maker, Names names) {
    boolean by = maker.isPresent() && e.maker().filter(m -> m.equals(maker.get())).isPresent();
    String brand = Names.normal(e.brand().orElse(""));
    boolean owned =
        maker.isPresent()
            && names.owners(brand).stream().anyMatch(o -> names.related(o.id(), maker.get()));
    return owned || (by && names.owners(brand).isEmpty());
  }
}
