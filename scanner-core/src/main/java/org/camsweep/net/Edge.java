package org.camsweep.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.Asked;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
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
   * @param userAgent how HTTP questions present themselves
   */
  public record Settings(int rate, int window, String userAgent) {
    /** The defaults for a rate. */
    public static Settings at(int rate, String userAgent) {
      return new Settings(rate, Descriptors.window(rate, RoundTrips.KNOCK), userAgent);
    }
  }

  private final Settings settings;
  private final Transport transport;
  private final EventLoopGroup group;
  private final EventLoop loop;
  private final Pacer pacer;
  private final Tally tally = new Tally();
  private final Lanes lanes;
  private final Counters counters = new Counters();
  private final Loss loss = new Loss();
  private final SteadyClock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
  private final Dice dice = new Dice();
  private final StreamCall.Means means;
  private final Lag lag;
  private final Sockets sockets;
  private final Links links;
  private final Delivery delivery;
  private volatile boolean closed;

  /** Makes what carries a question out. */
  interface Delivery {
    Job job(Pacer pacer, Target target, ProbeId probe, Ask ask, boolean patient, Ear ear);
  }

  Edge(Settings settings, List<Nic> nics, Stray strays, Transport transport) {
    this(settings, nics, strays, transport, 1, Optional.empty());
  }

  /**
   * An edge whose world may be simulated.
   *
   * @param haste how many times faster its pace runs than the clock on the wall; 1 in earnest
   * @param simulated what carries questions out instead of sockets
   */
  Edge(
      Settings settings,
      List<Nic> nics,
      Stray strays,
      Transport transport,
      int haste,
      Optional<Delivery> simulated) {
    this.settings = settings;
    this.transport = transport;
    this.group = transport.group();
    this.loop = group.next();
    Pacing.Nanos time = () -> System.nanoTime() * haste;
    Pacing.Wake wake = (nanos, what) -> loop.schedule(what, nanos / haste, TimeUnit.NANOSECONDS);
    this.delivery = simulated.orElse(this::job);
    this.pacer = new Pacer(wake, time, settings.rate(), new Window(settings.window()), tally);
    this.lanes = new Lanes(time, Routes.here());
    this.lag = new Lag(wake, time);
    this.means =
        new StreamCall.Means(
            loop,
            transport,
            pacer,
            new IdleConnections(loop),
            DeviceTls.create(),
            counters,
            new RoundTrips(),
            loss,
            lag,
            clock);
    this.sockets =
        new Sockets(
            new DatagramPort.Means(
                loop,
                transport,
                strays,
                counters,
                lag,
                new DropWatch(this::drops, System::nanoTime),
                clock),
            nics);
    this.links = new Links(loop, sockets);
    loop.execute(lag::start);
  }

  /**
   * Opens the edge; nothing is sent yet.
   *
   * @param interfaces names of the interfaces to use for links, of those that the scope admits;
   *     empty for all of these
   */
  public static Edge open(Settings settings, Scope scope, Set<String> interfaces, Stray strays) {
    List<Nic> nics =
        Nic.usable().stream()
            .filter(
                nic ->
                    scope.admitsLink(nic.blocks())
                        && (interfaces.isEmpty() || interfaces.contains(nic.name())))
            .toList();
    return new Edge(settings, nics, strays, Transport.best());
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * By how much this machine's clock was put forward (back: negative) since the edge was opened.
   */
  public Duration clockMoved() {
    return clock.moved();
  }

  public UUID uuid() {
    return dice.uuid();
  }

  public long seed() {
    return dice.nextLong();
  }

  public Counters counters() {
    return counters;
  }

  /** What gets lost on the way, as far as it was measured. */
  public Loss loss() {
    return loss;
  }

  /** What the kernel threw away of what we sent and were sent. */
  public KernelCounts kernelCounts() {
    return KernelCounts.now(sockets.ports());
  }

  /** What the report calls the limit that {@link #hasFlooded} tells of. */
  public static final String FLOODED =
      "answers to one question by datagram (" + Expected.MAX_REPLIES + ")";

  /** Whether the host answered a question more often than is heard. */
  public boolean hasFlooded(Address host) {
    return sockets.hasFlooded(host);
  }

  private Map<Integer, Long> drops() {
    return KernelCounts.drops(Path.of("/proc/net"), sockets.ports());
  }

  /** Packets sent to single hosts, as they are charged against the rate. */
  public long packets() {
    return pacer.sent();
  }

  /** What a host was sent since this was last asked; to be asked when its questions have ended. */
  public Asked takeAsked(Address host) {
    return tally.take(host);
  }

  /** Of how many hosts it is remembered what they were sent. */
  int counted() {
    return tally.size();
  }

  public String transportName() {
    return transport.name();
  }

  /**
   * Puts a question to a target, as soon as the pace allows.
   *
   * @param patient whether the host is known to live, so that a lost packet is worth waiting for
   */
  public void ask(Target target, ProbeId probe, Ask ask, boolean patient, Ear ear) {
    Address host = target.address();
    Pace pace = target.network().pace();
    Runnable submit =
        () -> {
          if (closed) {
            ear.heard(new Heard.Refused(Optional.of(ask), host, now(), "not-sent: stopped", false));
            ear.ended();
          } else {
            Job job = delivery.job(pacer, target, probe, ask, patient, ear);
            pacer.submit(host, pace, lanes.of(target), patient, tally.counted(job, host, probe));
          }
        };
    execute(submit);
  }

  private Job job(Pacer pace, Target target, ProbeId probe, Ask ask, boolean patient, Ear ear) {
    Address host = target.address();
    return ask.fold(
        datagram -> new DatagramJob(pace, sockets, host, probe, datagram, patient, ear, clock),
        exchange -> new StreamCall(means, target, StreamScript.of(exchange, patient), ear),
        http ->
            new StreamCall(
                means, target, StreamScript.of(http, host, settings.userAgent(), patient), ear));
  }

  /**
   * Opens the sockets that a probe's datagrams leave by and its announcements come to. Must be
   * called before the first {@link #ask} of a datagram. Blocks until bound; what cannot be bound is
   * told by {@link Links#trouble}.
   */
  public void open(Probe probe) {
    sockets.open(probe);
  }

  /** The links of this machine that the scope admits. */
  public Links links() {
    return links;
  }

  /** What waits for a host stays where it is until {@link #go}. */
  public void pause(Target target) {
    execute(() -> pacer.pause(target.address(), target.network().pace(), lanes.of(target)));
  }

  /** The opposite of {@link #pause}. */
  public void go(Target target) {
    execute(() -> pacer.go(target.address()));
  }

  /** What waits for a paused host is not sent, and whoever waits for it is told why. */
  public void drop(Target target, String why) {
    execute(
        () -> {
          pacer.drop(target.address()).forEach(job -> job.drop(why));
          pacer.go(target.address());
        });
  }

  /** Everything is sent this many times slower from now on. */
  public void slow(int times) {
    execute(() -> pacer.slow(times));
  }

  /**
   * Puts a question at once, past what waits for its host; for one that is paused. Counted, and
   * rare enough not to be paced.
   */
  public void askPast(Target target, ProbeId probe, Ask ask, Ear ear) {
    Address host = target.address();
    Runnable past =
        () ->
            pacer.past(
                host,
                tally.counted(delivery.job(pacer, target, probe, ask, true, ear), host, probe));
    execute(past);
  }

  /** Runs something on the edge's thread after a while, for callers that wait. */
  public void later(Duration wait, Runnable what) {
    loop.schedule(what, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether an answer may still come to a question whose asker was told that nothing came. */
  public boolean awaitsLate() {
    return !closed && sockets.awaitsLate();
  }

  /** Whether it was told to stop: what is asked of it then is not put. */
  public boolean isStopped() {
    return closed;
  }

  /** Starts nothing more: what waits is dropped. What is open goes on until {@link #close}. */
  public void stop() {
    closed = true;
    execute(
        () -> {
          pacer.stop();
          sockets.own().stop();
        });
  }

  @Override
  public void close() {
    stop();
    sockets.close();
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000);
  }

  private void execute(Runnable what) {
    if (loop.inEventLoop()) {
      what.run();
    } else {
      loop.execute(what);
    }
  }
}
