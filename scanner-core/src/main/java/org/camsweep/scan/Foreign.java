package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camsweep.observe.Observation;
import org.camsweep.site.Network;
import org.camsweep.site.SensitiveReason;
import org.camsweep.withhold.Withholding;

/**
 * What somebody else observed, brought in a file.
 *
 * @param name the file's, as the report shows it
 * @param listened whether nothing was asked for camsweep's sake: a capture
 * @param counters what became of the file's content, by name
 * @param remarks what a reader must know of it
 * @param unreadable lines that could not be read
 */
public record Foreign(
    String name,
    List<Observation> observations,
    boolean listened,
    Map<String, Long> counters,
    List<String> remarks,
    long unreadable) {
  /**
   * What the person who brings it says of the place it comes from.
   *
   * @param networks the networks that it may show; none if it shows one, of which only the
   *     addresses in it are known
   */
  public record Place(
      List<Network> networks, Optional<SensitiveReason> sensitive, boolean coreNetwork) {
    public Place {
      networks = List.copyOf(networks);
    }

    /** Whether an address may have been observed in this place. */
    boolean mayHold(org.camsweep.site.Address address) {
      return networks.isEmpty()
          ? org.camsweep.site.Scope.isLocal(address)
          : networks.stream().anyMatch(n -> n.contains(address))
              || org.camsweep.site.Scope.isLocal(address);
    }
  }

  public Foreign {
    observations = List.copyOf(observations);
    counters = new TreeMap<>(counters);
    remarks = List.copyOf(remarks);
  }

  /** The same without what is withheld. */
  public Foreign without(Withholding withholding) {
    List<Observation> kept =
        observations.stream().map(o -> withholding.from(o, new byte[0]).observation()).toList();
    return new Foreign(name, kept, listened, counters, remarks, unreadable);
  }

  /** Observations in camsweep's own form. */
  public static Foreign observed(String name, List<Observation> observations, long unreadable) {
    return new Foreign(
        name,
        observations,
        false,
        Map.of(),
        List.of("judged from observations that somebody else made; nothing was sent"),
        unreadable);
  }

  /** A number of things in words, for remarks. */
  static void remark(List<String> remarks, long n, String thing, String rest) {
    if (n > 0) {
      remarks.add(n + " " + thing + (n == 1 ? " " : "s ") + rest);
    }
  }

  static List<String> start(String said) {
    return new ArrayList<>(List.of(said));
  }
}
