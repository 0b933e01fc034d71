package org.camsweep.identify;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The device names its maker, and nothing but its own word says so. */
final class DeclaredAlone implements Rule {
  @Override
  public Optional<Decision> decide(Case c) {
    List<String> builders = ManyDeclared.builders(c);
    if (builders.size() != 1) {
      return Optional.empty();
    }
    String maker = builders.get(0);
    TreeSet<String> rivals = new TreeSet<>(c.others(maker, Weight.LABEL, Weight.LABEL_OF_LINE));
    rivals.addAll(c.strangers(maker, Weight.REGISTERED_VIDEO));
    if (rivals.isEmpty()) {
      return Optional.of(
          Decision.named(
              Level.LIKELY,
              maker,
              List.of(),
              "the device names this maker in fields meant for it, and nothing contradicts"));
    }
    return Optional.of(
        Decision.named(
            Level.POSSIBLE,
            maker,
            List.copyOf(rivals),
            "the device names this maker, but others are known to build under the label, or the"
                + " hardware address is registered to another maker"));
  }
}
