package org.camsweep.exposure;

import java.util.List;
import java.util.Optional;

/**
 * What was seen of one topic at one device. It stands beside the verdict and never changes it.
 *
 * @param signs what was heard for and against, those that decided first
 * @param open what stays open and what would settle it; absent where it was seen
 */
public record Exposure(Topic topic, Sight sight, List<Sign> signs, Optional<String> open) {
  public Exposure {
    signs = List.copyOf(signs);
    boolean decided =
        sight == Sight.NOT_DETERMINABLE
            || signs.stream().anyMatch(s -> s.says().name().equals(sight.name()));
    if (!decided) {
      throw new IllegalArgumentException(topic + " is " + sight + " without a sign");
    }
  }
}
