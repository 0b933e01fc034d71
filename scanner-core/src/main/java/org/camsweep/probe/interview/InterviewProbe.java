package org.camsweep.probe.interview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.OnvifScopes;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;

/**
 * The ONVIF interview as a probe of the catalogue: its name, what it sends and which fields it can
 * fill. It asks nothing by itself, neither by unicast nor by multicast, and hears nothing: choosing
 * it with {@code --probes} sends no log-in.
 */
public final class InterviewProbe implements Probe {
  public static final ProbeId ID = ProbeId.of("onvif-interview");

  private static final List<String> FIELDS =
      List.of(
          "onvif.manufacturer",
          "onvif.model",
          "onvif.firmware",
          "onvif.serial",
          "onvif.hardware-id",
          "interview.outcome",
          "interview.why",
          "interview.mac",
          "interview.other-mac",
          "interview.channel",
          "interview.channel-name",
          "interview.channel-size",
          "onvif.audio-sources");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "ONVIF interview with the owner's log-in",
        "unicast, at confirmed cameras of networks with credentials; off without",
        "tcp where the ONVIF device service answered",
        Confidence.SOLID,
        false,
        InterviewRequests.shown());
  }

  @Override
  public String runs() {
    return "when given a log-in";
  }

  @Override
  public Set<Field> fields() {
    Set<Field> all = new HashSet<>(OnvifScopes.under("onvif.scope").fields());
    FIELDS.forEach(f -> all.add(Field.of(f)));
    return Set.copyOf(all);
  }

  @Override
  public Step hear(Heard heard) {
    return Step.ended(Outcome.GARBLED); // no answer to a log-in comes this way
  }
}
