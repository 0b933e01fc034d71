package org.camsweep.probe.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camsweep.observe.Endpoint;
import org.camsweep.site.Address;

/** What the edge heard: a reply, silence, or a refusal. */
public sealed interface Heard {
  /** What was asked; empty for an announcement that nobody asked for. */
  Optional<Ask> ask();

  /** Who answered, or was asked. */
  Address from();

  /** When it came, or when waiting ended. */
  Instant at();

  <R> R fold(Function<Reply, R> reply, Function<Silence, R> silence, Function<Refused, R> refused);

  /**
   * Bytes came back.
   *
   * @param endpoint where they came from: for a stream the asked port, for a datagram its source
   *     port
   * @param via interface they came in by, where known
   * @param cutShort whether a limit ended the reading before the framing was satisfied
   * @param certificates DER of the peer's TLS chain, leaf first; empty without TLS
   * @param tlsProtocol for example {@code TLSv1.2}; empty without TLS
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity only
  record Reply(
      Optional<Ask> ask,
      Address from,
      Endpoint endpoint,
      Optional<String> via,
      Instant at,
      byte[] bytes,
      boolean cutShort,
      List<byte[]> certificates,
      Optional<String> tlsProtocol)
      implements Heard {
    /** A whole reply without TLS. */
    public static Reply plain(Ask ask, Address from, Instant at, byte[] bytes) {
      return new Reply(
          Optional.of(ask),
          from,
          ask.endpoint(),
          Optional.empty(),
          at,
          bytes,
          false,
          List.of(),
          Optional.empty());
    }

    @Override
    public <R> R fold(Function<Reply, R> reply, Function<Silence, R> s, Function<Refused, R> r) {
      return reply.apply(this);
    }
  }

  /** Nothing came back in time. */
  record Silence(Optional<Ask> ask, Address from, Instant at) implements Heard {
    @Override
    public <R> R fold(Function<Reply, R> reply, Function<Silence, R> s, Function<Refused, R> r) {
      return s.apply(this);
    }
  }

  /**
   * The host, or something on the way, said no.
   *
   * @param reason {@code refused}, {@code reset}, {@code unreachable} or {@code tls}; {@code
   *     not-sent} and {@link #UNHEARD} with what kept this machine from sending or hearing
   * @param alive whether the host itself must have spoken: a refusal and a reset prove a host
   */
  record Refused(Optional<Ask> ask, Address from, Instant at, String reason, boolean alive)
      implements Heard {
    /** This machine dropped datagrams while it waited: an answer may have been among them. */
    public static final String UNHEARD = "not-heard";

    /** Whether it is not known if an answer came. */
    public boolean isUnheard() {
      return reason.startsWith(UNHEARD);
    }

    /** Whether it is this machine that failed, so that nothing follows for the host. */
    public boolean isOwnFailure() {
      return isUnheard() || reason.startsWith("not-sent");
    }

    /** Whether the host itself said that nobody listens at the port. */
    public boolean isClosedPort() {
      return alive && reason.equals("refused");
    }

    @Override
    public <R> R fold(Function<Reply, R> reply, Function<Silence, R> s, Function<Refused, R> r) {
      return r.apply(this);
    }
  }
}
