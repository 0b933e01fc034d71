package org.camsweep.identify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;

/** A device written as lines of {@code field = value}; each fact is an observation of its own. */
public final class Heard {
  private Heard() {}

  public static Device device(String... lines) {
    return device(List.of(lines));
  }

  public static Device device(List<String> lines) {
    List<Observation> observations = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" = ", 2);
      observations.add(observation("o" + observations.size(), "192.0.2.7", parts[0], parts[1]));
    }
    if (observations.isEmpty()) {
      observations.add(observation("o0", "192.0.2.7", "port.open", "80"));
    }
    return DeviceAssembler.assemble(observations).get(0);
  }

  public static Observation observation(String id, String address, String field, String value) {
    String probe = field.startsWith("neighbour") ? "neighbour" : "test";
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of("lan"),
        ProbeId.of(probe),
        probe.equals("test") ? Endpoint.tcp(80) : Endpoint.link(),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        List.of(Fact.of(Field.of(field), value)),
        Optional.empty());
  }

  /** The same, but nobody asked for it. */
  public static Observation unasked(Observation o) {
    List<Fact> facts = new ArrayList<>(o.facts());
    facts.add(Fact.of(Observation.UNASKED, "announced"));
    return new Observation(
        o.id(),
        o.address(),
        o.network(),
        o.probe(),
        o.endpoint(),
        o.via(),
        o.at(),
        o.outcome(),
        facts,
        o.rawSha256());
  }
}
