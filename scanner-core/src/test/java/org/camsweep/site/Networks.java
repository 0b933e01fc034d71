package org.camsweep.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Networks for tests that care for addresses and pace, and for nothing else of a network. */
public final class Networks {
  private Networks() {}

  /** A network {@code n} at the standard pace. */
  public static Network of(String... blocks) {
    return paced("n", Pace.STANDARD, blocks);
  }

  /** A network with a name and a pace: not sensitive, without exclusions, regimes and log-ins. */
  public static Network paced(String id, Pace pace, String... blocks) {
    return excluding(List.of(), id, pace, blocks);
  }

  /** The same, in which these are never asked. */
  public static Network excluding(List<String> exclusions, String id, Pace pace, String... blocks) {
    return new Network(
        "s",
        id,
        Arrays.stream(blocks).map(Cidr::parse).toList(),
        exclusions.stream().map(Cidr::parse).toList(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        pace,
        List.of());
  }
}
