package org.camsweep.probe.spi;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Target;

/** A probe by name only: what it asks, and what it makes of answers, is for a test to add. */
public class NamedProbe implements Probe.Unicast {
  private final ProbeId id;

  public NamedProbe(String name) {
    this.id = ProbeId.of(name);
  }

  @Override
  public final ProbeId id() {
    return id;
  }

  @Override
  public final About about() {
    return new About("test", "unicast", "udp", Confidence.SOLID, true);
  }

  @Override
  public Set<Field> fields() {
    return Set.of();
  }

  @Override
  public List<Ask> open(Stage stage, Target host, List<Observation> known, UUID messageId) {
    return List.of();
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(reply -> Step.learned(List.of()), Step::without, Step::without);
  }
}
