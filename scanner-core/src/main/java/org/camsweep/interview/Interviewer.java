package org.camsweep.interview;

import jakarta.xml.ws.WebServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * Asks a confirmed camera, with the owner's log-in, what only a log-in shows: device information,
 * hardware addresses, scopes, and the video sources behind a recorder. One log-in attempt per
 * device in a scan: if the first authenticated call is refused, no other is made. Not thread-safe.
 */
public final class Interviewer implements AutoCloseable {
  static final Field WHY = Field.of("interview.why");

  /** How the device asked for a log-in when it was asked without one. */
  public enum Challenge {
    /** A SOAP fault: the token goes into the SOAP header. */
    TOKEN,
    /** HTTP 401 with a Digest challenge. */
    HTTP_DIGEST
  }

  /** How an interview ended. */
  public enum Ending {
    /** Nothing was sent. */
    NOT_TRIED,
    /** The log-in was taken. */
    IN,
    REFUSED,
    LOCKED_OUT,
    /** Neither: no connection, no answer, or one that was not understood. */
    FAILED
  }

  /**
   * Where and how to ask.
   *
   * @param port of the device service
   * @param path of the device service, for example {@code /onvif/device_service}
   * @param skew how far the device's clock is ahead of ours; negative if behind
   */
  public record Door(int port, boolean tls, String path, Challenge challenge, Duration skew) {}

  /** Waits until the pace allows another call. */
  public interface Turn {
    /** Whether to go on; false once the scan is stopped or the time is up. */
    boolean take(Target target, Door door);
  }

  /** What an interview gave. A fact {@code interview.why} says what went wrong, if anything did. */
  public record Told(Ending ending, Outcome outcome, List<Fact> facts) {
    public Told {
      facts = List.copyOf(facts);
    }

    static Told of(Refusal refusal, Withheld withheld) {
      Outcome outcome =
          refusal.ending() == Ending.FAILED && refusal.isTrouble()
              ? Outcome.SILENT
              : Outcome.REFUSED;
      Fact why = Fact.of(WHY, withheld.in(refusal.why()));
      return new Told(refusal.ending(), outcome, withheld.stated(List.of(why)));
    }
  }

  private final SoapClient soap;
  private final Supplier<byte[]> nonces;
  private final Supplier<Instant> clock;
  private final Turn turn;
  private final Function<Address, String> hosts;
  private final Set<Address> asked = new HashSet<>();

  /**
   * @param agent how HTTP questions present themselves
   * @param nonces fresh random bytes for each call
   * @param clock this machine's time
   * @param turn asked before every call but the first of an interview
   * @param hosts how an address is written in a URL: only the edge knows the numbers of links
   */
  public Interviewer(
      String agent,
      Supplier<byte[]> nonces,
      Supplier<Instant> clock,
      Turn turn,
      Function<Address, String> hosts) {
    this.hosts = hosts;
    this.soap = new SoapClient(agent);
    this.nonces = nonces;
    this.clock = clock;
    this.turn = turn;
  }

  /** One that asks no link-local address. */
  Interviewer(String agent, Supplier<byte[]> nonces, Supplier<Instant> clock, Turn turn) {
    this(
        agent,
        nonces,
        clock,
        turn,
        address -> address.isV4() ? address.toString() : "[" + address + "]");
  }

  /**
   * Interviews one target; a second call for the same target is refused.
   *
   * @param saidBefore whether the device used a word before any log-in; other words of the log-in
   *     are not quoted from it
   */
  public Told interview(Target target, Door door, Secret secret, Predicate<String> saidBefore) {
    if (!asked.add(target.address())) {
      Fact why = Fact.of(WHY, "one log-in attempt per device and scan");
      return new Told(Ending.NOT_TRIED, Outcome.NOT_ASKED, List.of(why));
    }
    Withheld withheld = new Withheld(secret, saidBefore);
    Conversation conversation =
        new Conversation(
            new Conversation.Means(soap, nonces, clock, turn, hosts),
            target,
            door,
            secret,
            withheld);
    FactSheet sheet = new FactSheet();
    Questions questions = new Questions(conversation, sheet, withheld);
    try {
      questions.who();
    } catch (WebServiceException e) {
      return Told.of(Refusal.of(e), withheld);
    }
    questions.more().ifPresent(why -> sheet.add(WHY, withheld.in(why)));
    return new Told(Ending.IN, Outcome.ANSWERED, withheld.stated(sheet.facts()));
  }

  @Override
  public void close() {
    soap.close();
  }
}
