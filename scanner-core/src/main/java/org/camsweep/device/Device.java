package org.camsweep.device;

import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.site.Address;

/**
 * One box and all that was heard of it.
 *
 * @param addresses sorted, at least one
 * @param network identifier of its network in scope; absent if it was only heard from outside
 * @param mac its hardware address, if one was seen or stated
 * @param macSource where the hardware address comes from: a field's name, or {@code neighbour
 *     table}
 * @param observations sorted by probe, endpoint, then id
 */
public record Device(
    DeviceId id,
    List<Address> addresses,
    Optional<String> network,
    Optional<Mac> mac,
    Optional<String> macSource,
    List<Observation> observations,
    List<Join> joins) {
  public Device {
    addresses = List.copyOf(addresses);
    observations = List.copyOf(observations);
    joins = List.copyOf(joins);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a device has an address");
    }
  }

  /**
   * Whether addresses were joined by what they state alone, which another device could copy; a key
   * that was proved is no mere statement.
   */
  public boolean restsOnStatements() {
    return joins.stream().anyMatch(j -> j.reason().equals(Claims.REASON));
  }

  /** Every value of a field, in the order of the observations. */
  public List<String> values(Field field) {
    return observations.stream()
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().equals(field))
        .map(Fact::value)
        .toList();
  }
}
