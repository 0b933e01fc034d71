package org.camsweep.probe.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/** One protocol: what to say, and what an answer means. Stateless. */
public interface Probe {
  ProbeId id();

  About about();

  /** Every field that {@link #hear} can produce. */
  Set<Field> fields();

  /** What the reply, silence or refusal means. Never throws, whatever the bytes. */
  Step hear(Heard heard);

  /** When it runs, in few words: on, off, or what it waits for. */
  default String runs() {
    return about().on() ? "on" : "off";
  }

  /**
   * What becomes of it by IPv6, in few words; begins with {@code no} where its protocol is one of
   * IPv4 alone.
   */
  default String byIpv6() {
    return "as by IPv4";
  }

  /** The fixed local port where answers or announcements come that no ephemeral socket hears. */
  default Optional<Listening> listening() {
    return Optional.empty();
  }

  /**
   * Where somebody who asks nothing can hear the protocol: announcements, and answers to the
   * questions of others that go to everybody.
   */
  default List<Listening> overheard() {
    return listening().stream().toList();
  }

  /**
   * UDP ports that devices answer from when others ask: for captures, where camsweep itself neither
   * asks nor can overhear.
   */
  default List<Integer> answersFrom() {
    return List.of();
  }

  /**
   * A fixed local port, bound on every interface with address reuse. If it cannot be bound, the
   * probe is reported as not run there, never as having found nothing.
   *
   * @param port local UDP port, 1 to 65,535
   * @param groups literal IPv4 and IPv6 multicast addresses to join on each interface; may be empty
   * @param asksFrom whether questions, to a link and to single hosts, must leave by this port too,
   *     because devices answer to it; otherwise they leave by an ephemeral port
   */
  record Listening(int port, List<String> groups, boolean asksFrom) {
    public Listening {
      groups = List.copyOf(groups);
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port " + port);
      }
    }
  }

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
   * @param sends each thing that it may send, as a person reads it: {@link Shown#bytes}
   */
  record About(
      String title,
      String reach,
      String ports,
      Confidence confidence,
      boolean on,
      List<String> sends) {
    /** A probe that sends nothing. */
    public About(String title, String reach, String ports, Confidence confidence, boolean on) {
      this(title, reach, ports, confidence, on, List.of());
    }

    public About {
      sends = List.copyOf(sends);
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
    Optional<String> group(boolean ipv6);

    /**
     * Whether the questions also go to 255.255.255.255 and to each interface's directed broadcast
     * address (IPv4): devices with a wrong subnet hear only the former.
     */
    default boolean broadcast() {
      return false;
    }

    /**
     * The questions, sent in this order with pauses.
     *
     * @param messageId fresh for every call
     */
    List<Ask.Datagram> call(UUID messageId);

    /**
     * The questions as they leave by one interface; for protocols that write the asker's address
     * into the question.
     *
     * @param own the interface's own address that the datagrams leave from
     */
    default List<Ask.Datagram> call(UUID messageId, Address own) {
      return call(messageId);
    }
  }
}
