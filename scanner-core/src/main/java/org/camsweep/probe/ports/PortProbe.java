package org.camsweep.probe.ports;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Ports;
import org.camsweep.site.Target;

/**
 * Ports of makers' own protocols: connected to, listened at, closed. Nothing is said, since what
 * they understand is the first step of a log-in. That a port is open is noted by the scan.
 */
public final class PortProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("ports");
  private static final Field BANNER = Field.of("tcp.banner");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "Ports of makers' own protocols: open or not",
        "unicast to hosts that live",
        "tcp 8000, 9000, 34567, 37777",
        Confidence.SOLID,
        true,
        List.of("nothing: connect, read, close"));
  }

  @Override
  public Set<Field> fields() {
    return Set.of(BANNER);
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    return stage == Stage.ASK
        ? ObservedPorts.allowed(target.network(), Ports.CONNECT_ONLY).stream()
            .<Ask>map(
                p ->
                    new Ask.Exchange(
                        p, false, new byte[0], Framing.toClose(), 1_024, Duration.ofMillis(800)))
            .toList()
        : List.of();
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(PortProbe::read, Step::without, Step::without);
  }

  private static Step read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    sheet.add(BANNER, SaidText.decode(reply.bytes()));
    return Step.learned(sheet.facts()); // silence behind an open port is what was looked for
  }
}
