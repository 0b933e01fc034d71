package org.camsweep.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camsweep.net.Busy;
import org.camsweep.net.mdns.Service;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.echo.EchoProbe;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.report.Remarks;
import org.camsweep.site.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what was heard into observations; a probe that fails ends its own question, not the scan.
 */
final class Understanding {
  private static final Logger log = LoggerFactory.getLogger(Understanding.class);
  static final ProbeId MDNS = ProbeId.of("mdns");
  static final Field PORT_OPEN = Field.of("port.open");
  static final Field NOT_ASKED = Field.of("scan.not-asked");
  static final Field CUT_SHORT = Remarks.CUT_SHORT;
  static final Field LIMIT = Remarks.LIMIT;
  static final ProbeId SCAN = ProbeId.of("scan");
  private static final int FRAMES = 8;
  private static final byte[] NOTHING = new byte[0];

  private final Function<Address, Optional<String>> networkOf;
  private final Runnable probeFailed;
  private final int attempt;
  private long sequence;

  /**
   * @param last number of the last observation that the result holds already
   * @param attempt 1 for a new scan, more for one that was taken up again
   */
  Understanding(
      Function<Address, Optional<String>> networkOf, Runnable probeFailed, long last, int attempt) {
    this.attempt = attempt;
    this.networkOf = networkOf;
    this.probeFailed = probeFailed;
    this.sequence = last;
  }

  Hearing of(Probe probe, Heard heard) {
    Optional<String> unsent =
        heard.fold(r -> Optional.empty(), s -> Optional.empty(), Understanding::unsent);
    Step step =
        unsent.isPresent()
            ? new Step(Outcome.NOT_ASKED, List.of(Fact.of(NOT_ASKED, unsent.get())), List.of())
            : read(probe, heard);
    byte[] raw = heard.fold(Heard.Reply::bytes, s -> NOTHING, r -> NOTHING);
    boolean alive = heard.fold(r -> true, s -> false, Heard.Refused::alive);
    return new Hearing(observation(probe, heard, step, raw), raw, step.next(), alive);
  }

  private static Optional<String> unsent(Heard.Refused refused) {
    return refused.isOwnFailure() ? Optional.of(refused.reason()) : Optional.empty();
  }

  /** What a probe asks; empty if it fails to say. */
  <T> Optional<T> questions(Probe probe, Supplier<T> asking) {
    try {
      return Optional.of(asking.get());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.debug("probe {} failed to say what it asks: {}", probe.id(), where(e));
      probeFailed.run();
      return Optional.empty();
    }
  }

  /** A fault of ours without its message, which may quote what the device said. */
  private static String where(Throwable fault) {
    return fault.getClass().getName()
        + Arrays.stream(fault.getStackTrace())
            .limit(FRAMES)
            .map(frame -> " at " + frame)
            .collect(Collectors.joining());
  }

  private Step read(Probe probe, Heard heard) {
    try {
      return probe.hear(heard);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.debug("probe {} failed on a reply from {}: {}", probe.id(), heard.from(), where(e));
      probeFailed.run();
      return Step.ended(Outcome.GARBLED);
    }
  }

  private Observation observation(Probe probe, Heard heard, Step step, byte[] raw) {
    Endpoint endpoint = heard.fold(Heard.Reply::endpoint, s -> asked(s.ask()), r -> asked(r.ask()));
    List<Fact> facts = new ArrayList<>(step.facts());
    step.cut().forEach(limit -> facts.add(Fact.of(CUT_SHORT, limit)));
    heard.fold(reply -> addOfReply(facts, probe, reply), s -> false, r -> false);
    Optional<String> via =
        heard.fold(Heard.Reply::via, s -> Optional.empty(), r -> Optional.empty());
    return new Observation(
        Attempt.id(++sequence, attempt),
        heard.from(),
        networkOf.apply(heard.from()),
        probe.id(),
        endpoint,
        via,
        heard.at(),
        step.outcome(),
        facts,
        raw.length == 0 ? Optional.empty() : Optional.of(sha256(raw)));
  }

  private static boolean addOfReply(List<Fact> facts, Probe probe, Heard.Reply reply) {
    if (reply.endpoint().transport().equals("tcp")) {
      facts.add(Fact.of(PORT_OPEN, Integer.toString(reply.endpoint().port())));
    }
    if (reply.ask().isEmpty() && reply.endpoint().transport().equals("udp")) {
      facts.add(Fact.of(Observation.UNASKED, "announced, or said to everybody"));
    }
    if (Proofs.isOpen(probe, reply)) {
      facts.add(Fact.of(Observation.UNASKED, Proofs.OPEN));
    }
    if (reply.cutShort()) {
      facts.add(Fact.of(CUT_SHORT, "the reply was longer or slower than allowed"));
    }
    if (Busy.isCapped(reply.bytes())) {
      facts.add(
          Fact.of(LIMIT, "seconds that a busy device may ask for (" + Busy.LONGEST_SECONDS + ")"));
    }
    return true;
  }

  private static Endpoint asked(Optional<Ask> ask) {
    return ask.map(Ask::endpoint).orElse(Endpoint.link());
  }

  /**
   * An observation of a service announced on a link. The address is the announcement's own claim,
   * so what the host says when it is asked outweighs it.
   */
  Observation service(Service service, Instant at) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(Field.of("mdns.service"), service.type()));
    facts.add(Fact.of(Field.of("mdns.instance"), service.instance()));
    facts.add(Fact.of(Field.of("mdns.host"), service.host()));
    service.text().forEach(text -> facts.add(Fact.of(Field.of("mdns.txt"), text)));
    facts.add(Fact.of(Observation.UNASKED, "announced, or said to everybody"));
    return new Observation(
        Attempt.id(++sequence, attempt),
        service.address(),
        networkOf.apply(service.address()),
        MDNS,
        Endpoint.udp(5_353),
        Optional.of(service.link()),
        at,
        Outcome.ANSWERED,
        facts,
        Optional.empty());
  }

  /** An observation of a host that answered when all nodes of its link were asked for an echo. */
  Observation echo(Address address, String link, Instant at) {
    return new Observation(
        Attempt.id(++sequence, attempt),
        address,
        networkOf.apply(address),
        EchoProbe.ID,
        Endpoint.link(),
        Optional.of(link),
        at,
        Outcome.ANSWERED,
        List.of(Fact.of(EchoProbe.ANSWERED, EchoProbe.GROUP)),
        Optional.empty());
  }

  /** An observation of limits that kept a host from being asked or heard to the end. */
  Observation limits(Address address, Collection<String> limits, Instant at) {
    return new Observation(
        Attempt.id(++sequence, attempt),
        address,
        networkOf.apply(address),
        SCAN,
        Endpoint.link(),
        Optional.empty(),
        at,
        Outcome.NOT_ASKED,
        limits.stream().map(l -> Fact.of(LIMIT, l)).toList(),
        Optional.empty());
  }

  /** An observation of this machine's own neighbour table. */
  Observation neighbour(ProbeId probe, Address address, String mac, String link, Instant at) {
    return new Observation(
        Attempt.id(++sequence, attempt),
        address,
        networkOf.apply(address),
        probe,
        Endpoint.link(),
        link.isEmpty() ? Optional.empty() : Optional.of(link),
        at,
        Outcome.ANSWERED,
        List.of(Fact.of(Field.of("neighbour.mac"), mac)),
        Optional.of(sha256(mac.getBytes(StandardCharsets.US_ASCII))));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
