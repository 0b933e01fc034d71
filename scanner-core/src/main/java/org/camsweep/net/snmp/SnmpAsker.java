package org.camsweep.net.snmp;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camsweep.site.SnmpAccess;
import org.camsweep.site.Target;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/**
 * Asks one device who it is: GET of sysDescr, sysObjectID and sysName (RFC 3418 §2), and of what
 * ENTITY-MIB says of the first physical entity (RFC 6933: maker, model, serial number), in one
 * message. An agent that answers that with an error is asked for the first three alone. Nothing is
 * repeated: a wrong key must not be tried twice, and silence is not told from a lost datagram.
 * Blocks; one call at a time for each device.
 */
public final class SnmpAsker {
  private static final List<OID> SYSTEM =
      List.of(
          new OID("1.3.6.1.2.1.1.1.0"), new OID("1.3.6.1.2.1.1.2.0"), new OID("1.3.6.1.2.1.1.5.0"));

  private static final List<OID> ENTITY =
      List.of(
          new OID("1.3.6.1.2.1.47.1.1.1.1.11.1"),
          new OID("1.3.6.1.2.1.47.1.1.1.1.12.1"),
          new OID("1.3.6.1.2.1.47.1.1.1.1.13.1"));

  /** Two questions. */
  public static final int MOST_2C = 2;

  /** Version 3 first learns the engine's identifier, and then its time (RFC 3414 §4). */
  public static final int MOST_3 = 4;

  /** Leave to send one datagram to the target now. */
  public interface Turn {
    /** Waits for it; false if the scan was stopped. */
    boolean take(Target target);
  }

  /** How asking a device ended. */
  public enum Ending {
    /** It said something that was asked for. */
    IN,
    /** Nothing came: no agent, a community that it does not take, a filter, or a loss. */
    NO_ANSWER,
    /** It answers this key, but not this question. */
    REFUSED,
    /** Something came that is no answer. */
    NOT_UNDERSTOOD,
    /** This machine could not ask to the end. */
    FAILED
  }

  /**
   * What came of asking.
   *
   * @param pdu what it said, as a response PDU in BER without community; empty unless IN
   * @param why in plain English; empty if IN
   * @param datagrams that were sent
   * @param withheld whether the key stood in what it said, and a mark stands there now
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  public record Told(Ending ending, byte[] pdu, String why, int datagrams, boolean withheld) {
    /** Nothing was withheld. */
    public Told(Ending ending, byte[] pdu, String why, int datagrams) {
      this(ending, pdu, why, datagrams, false);
    }
  }

  private static final int PORT = 161;

  private final Turn turn;
  private final int port;
  private final long timeoutMillis;

  /**
   * @param timeoutMillis how long an answer is waited for, each time
   */
  public SnmpAsker(Turn turn, long timeoutMillis) {
    this(turn, PORT, timeoutMillis);
  }

  /** Another port than SNMP's, for an agent that cannot have it. */
  SnmpAsker(Turn turn, int port, long timeoutMillis) {
    this.turn = turn;
    this.port = port;
    this.timeoutMillis = timeoutMillis;
  }

  /**
   * Asks.
   *
   * @param saidBefore whether the device used a word in what was heard of it so far
   */
  public Told ask(Target target, SnmpKey key, Predicate<String> saidBefore) {
    boolean open = key.access().version() == SnmpAccess.Version.V2C;
    try (Gate gate = new Gate(target, port, turn, open ? MOST_2C : MOST_3);
        Snmp session = Sessions.open(key, gate)) {
      session.listen();
      Answer answer = new Answer(key, saidBefore);
      List<OID> all = Stream.concat(SYSTEM.stream(), ENTITY.stream()).toList();
      ResponseEvent<UdpAddress> event = exchange(session, gate, key, all);
      if (Reading.isError(event)) {
        event = exchange(session, gate, key, SYSTEM);
      }
      return Reading.told(event, gate, answer, all, open);
    } catch (IOException e) {
      return new Told(Ending.FAILED, new byte[0], "this machine could not send", 0);
    }
  }

  private ResponseEvent<UdpAddress> exchange(
      Snmp session, Gate gate, SnmpKey key, List<OID> objects) throws IOException {
    PDU question = Sessions.question(key);
    objects.forEach(o -> question.add(new VariableBinding(o)));
    return gate.ready()
        ? session.send(question, Sessions.target(key, gate.address(), timeoutMillis))
        : new ResponseEvent<>(this, gate.address(), question, null, null, 0L);
  }
}
