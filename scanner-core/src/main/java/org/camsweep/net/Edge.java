package org.camsweep.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketProtocolFamily;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/**
 * The edge between camsweep and the network. Takes questions for admitted targets, sends them at
 * the allowed pace, and gives back what was heard. One event loop does all of it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed send or close ends in the time-out
public final class Edge implements AutoCloseable {
  /**
   * How the edge behaves.
   *
   * @param rate packets per second in all
   * @param window connections open at one time in all
   * @param connectTimeout how long a connect may take
   * @param userAgent how HTTP questions present themselves
   */
  public record Settings(int rate, int window, Duration connectTimeout, String userAgent) {
    /** The defaults for a rate. */
    public static Settings at(int rate, String userAgent) {
      return new Settings(rate, 2_048, Duration.ofMillis(1_500), userAgent);
    }
  }

  private final Settings settings;
  private final Transport transport;
  private final EventLoopGroup group;
  private final EventLoop loop;
  private final Pacer pacer;
  private final Counters counters = new Counters();
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom dice = new SecureRandom();
  private final StreamCall.Means means;
  private final Stray strays;
  private final Map<String, DatagramPort> ports = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private Edge(Settings settings, Stray strays, Transport transport) {
    this.settings = settings;
    this.strays = strays;
    this.transport = transport;
    this.group = transport.group();
    this.loop = group.next();
    this.pacer =
        new Pacer(
            (nanos, what) -> loop.schedule(what, nanos, TimeUnit.NANOSECONDS),
            System::nanoTime,
            settings.rate(),
            settings.window());
    this.means =
        new StreamCall.Means(
            loop, transport, pacer, DeviceTls.create(), counters, settings.connectTimeout(), clock);
  }

  /** Opens the edge; nothing is sent yet. */
  public static Edge open(Settings settings, Stray strays) {
    return new Edge(settings, strays, Transport.best());
  }

  public Instant now() {
    return clock.instant();
  }

  public UUID uuid() {
    byte[] bytes = new byte[16];
    dice.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes);
  }

  public long seed() {
    return dice.nextLong();
  }

  public Counters counters() {
    return counters;
  }

  public String transportName() {
    return transport.name();
  }

  /** Puts a question to a target, as soon as the pace allows. */
  public void ask(Target target, ProbeId probe, Ask ask, Ear ear) {
    InetAddress host = target.address();
    Pace pace = target.network().pace();
    Runnable submit =
        () -> {
          if (closed) {
            ear.heard(new Heard.Refused(Optional.of(ask), host, now(), "not-sent: stopped", false));
            ear.ended();
          } else {
            pacer.submit(host, pace, job(host, probe, ask, ear));
          }
        };
    execute(submit);
  }

  private Pacer.Job job(InetAddress host, ProbeId probe, Ask ask, Ear ear) {
    return ask.fold(
        datagram -> datagramJob(host, probe, datagram, ear),
        exchange ->
            stream(
                host,
                new StreamCall.Script(
                    exchange,
                    exchange.tls(),
                    exchange.payload(),
                    exchange.framing(),
                    exchange.maxBytes(),
                    exchange.patience()),
                ear),
        http ->
            stream(
                host,
                new StreamCall.Script(
                    http,
                    http.tls(),
                    HttpWire.render(http, host, settings.userAgent()),
                    Framing.message(false),
                    http.maxBytes(),
                    http.patience()),
                ear));
  }

  private Pacer.Job stream(InetAddress host, StreamCall.Script script, Ear ear) {
    return new StreamCall(means, host, script, ear);
  }

  private Pacer.Job datagramJob(InetAddress host, ProbeId probe, Ask.Datagram ask, Ear ear) {
    return new Pacer.Job() {
      @Override
      public boolean connects() {
        return false;
      }

      @Override
      public void start(Pacer.Line line) {
        DatagramPort port = ports.get(key(probe, host instanceof Inet6Address));
        if (port == null) {
          String why = "not-sent: no socket for " + probe;
          ear.heard(new Heard.Refused(Optional.of(ask), host, now(), why, false));
          ear.ended();
        } else {
          port.ask(host, ask, ear);
        }
        pacer.done(line, false);
      }
    };
  }

  /**
   * Opens the shared sockets that a probe's datagrams to single hosts leave by, one for each
   * family. Must be called before the first {@link #ask} of a datagram. Blocks until bound.
   *
   * @return what did not work, in plain words; empty if all did
   */
  public List<String> openUnicast(ProbeId probe) {
    List<String> trouble = new ArrayList<>();
    for (boolean six : new boolean[] {false, true}) {
      try {
        ports.put(key(probe, six), openPort(probe, six));
      } catch (SocketException e) {
        trouble.add(probe + (six ? " over IPv6" : "") + " was not run: " + e.getMessage());
      }
    }
    return trouble;
  }

  private DatagramPort openPort(ProbeId probe, boolean six) throws SocketException {
    DatagramPort.Opening opening =
        new DatagramPort.Opening(
            probe,
            six ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET,
            new InetSocketAddress(Addresses.any(six), 0),
            Optional.empty(),
            from -> Optional.empty(),
            strays,
            counters,
            clock);
    return DatagramPort.open(loop, transport, opening);
  }

  /** The links of this machine on which multicast questions may be asked. */
  public Links links(Scope scope, java.util.Set<String> only) {
    return new Links(
        Nic.usable().stream()
            .filter(
                nic -> only.isEmpty() ? scope.admitsLink(nic.blocks()) : only.contains(nic.name()))
            .toList(),
        new Links.Means(loop, transport, strays, counters, clock));
  }

  /** Runs something on the edge's thread after a while, for callers that wait. */
  public void later(Duration wait, Runnable what) {
    loop.schedule(what, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops sending at once: what waits is dropped, what is open is closed. */
  public void stop() {
    closed = true;
    execute(pacer::stop);
  }

  @Override
  public void close() {
    stop();
    ports.values().forEach(DatagramPort::close);
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000);
  }

  private void execute(Runnable what) {
    if (loop.inEventLoop()) {
      what.run();
    } else {
      loop.execute(what);
    }
  }

  private static String key(ProbeId probe, boolean six) {
    return probe.name() + (six ? "/6" : "/4");
  }
}
