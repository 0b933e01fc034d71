package org.camsweep.probe.spi;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Target;

/** One protocol: what to say, and what an answer means. Stateless. */
public interface Probe {
  ProbeId id();

  About about();

  /** Every field that {@link #hear} can produce. */
  Set<Field> fields();

  /** What the reply, silence or refusal means. Never throws, whatever the bytes. */
  Step hear(Heard heard);

  /** How sure the protocol's facts are, by independent sources; see the protocol's own Javadoc. */
  enum Confidence {
    SOLID,
    GOOD,
    SINGLE
  }

  /**
   * What a person wants to know about the probe.
   *
   * @param title one line
   * @param reach how it finds devices, for example {@code multicast and unicast}
   * @param on whether it runs unless switched off; {@link Confidence#SINGLE} never does
   */
  record About(String title, String reach, String ports, Confidence confidence, boolean on) {
    public About {
      if (on && confidence == Confidence.SINGLE) {
        throw new IllegalArgumentException("what rests on one lineage is off by default");
      }
    }
  }

  /** When in the scan of one host a question is put. */
  enum Stage {
    /** To every address: cheap, and the answer says that somebody lives there. */
    KNOCK,
    /** To the living. */
    ASK,
    /** To the living, after all answers of {@link #ASK} are in. */
    INTERVIEW
  }

  /** A probe that asks hosts one by one. */
  interface Unicast extends Probe {
    /**
     * The questions of one stage.
     *
     * @param known what has been heard of this host so far
     * @param messageId fresh for every call
     */
    List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId);
  }

  /** A probe that asks everybody on a link. */
  interface Multicast extends Probe {
    /** The group's literal address of the family, or empty if the protocol has none there. */
    java.util.Optional<String> group(boolean ipv6);

    /**
     * The questions, sent in this order with pauses.
     *
     * @param messageId fresh for every call
     */
    List<Ask.Datagram> call(UUID messageId);
  }
}
