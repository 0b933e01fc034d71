package org.camsweep.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camsweep.site.Address;

/**
 * One exchange, or one announcement, with what was learned. Observations are what a scan stores and
 * all that identification sees.
 *
 * @param id unique in a result, for example {@code o17}
 * @param address who answered
 * @param network identifier of the network in scope; absent for something heard from outside it
 * @param probe which probe asked or understood
 * @param endpoint where
 * @param via interface it was heard on, where known
 * @param at when the answer came or the exchange ended
 * @param facts in the order heard; may repeat a field
 * @param rawSha256 hash of the raw bytes, lower-case hex; absent where none came
 */
public record Observation(
    String id,
    Address address,
    Optional<String> network,
    ProbeId probe,
    Endpoint endpoint,
    Optional<String> via,
    Instant at,
    Outcome outcome,
    List<Fact> facts,
    Optional<String> rawSha256) {
  /**
   * A fact of what another machine could have said in this host's name, for the sender's address is
   * the sender's word: an announcement, an answer to a call on the link, a service that was
   * announced, or what came to a port that every host learns that is asked by it.
   */
  public static final Field UNASKED = Field.of("scan.unasked");

  /**
   * A fact of what the owner's own keys and passwords stood in: the mark {@code (withheld)} stands
   * there instead.
   */
  public static final Field WITHHELD = Field.of("scan.withheld");

  public Observation {
    facts = List.copyOf(facts);
  }

  /** The same observation, with this outcome and these facts and bytes in place of its own. */
  public Observation with(Outcome other, List<Fact> kept, Optional<String> sha256) {
    return new Observation(id, address, network, probe, endpoint, via, at, other, kept, sha256);
  }

  /** Whether its sender's address rests on the sender's word. */
  public boolean isUnasked() {
    return first(UNASKED).isPresent();
  }

  /** The first value of a field. */
  public Optional<String> first(Field field) {
    return facts.stream().filter(f -> f.field().equals(field)).map(Fact::value).findFirst();
  }
}
