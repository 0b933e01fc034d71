package org.camsweep.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camsweep.net.Edge;
import org.camsweep.net.Routes;
import org.camsweep.net.Stray;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;

/**
 * One scan: first everybody on the links is asked to announce himself, meanwhile every address of
 * the scope is knocked at, and the living are asked further. All decisions are taken on the thread
 * that calls {@link #run}; the edge only hands over what it heard.
 */
public final class Scan {
  private final ScanPlan plan;
  private final ScanSink sink;
  private final Consumer<Progress> listener;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final List<Duration> rechecks;
  private final Function<Stray, Edge> opening;
  private final List<String> remarks = new ArrayList<>();
  private final Waiting waiting = new Waiting();
  private Announcements announcements;
  private volatile Optional<Edge> sending = Optional.empty();
  private volatile boolean stopped;

  public Scan(ScanPlan plan, ScanSink sink, Consumer<Progress> listener) {
    this(plan, sink, listener, HealthGuard.WAITS);
  }

  /**
   * @param rechecks how long to wait before each look at a device that no longer answers
   */
  Scan(ScanPlan plan, ScanSink sink, Consumer<Progress> listener, List<Duration> rechecks) {
    this(plan, sink, listener, rechecks, strays -> open(plan, strays));
  }

  /**
   * @param opening opens the edge, which may be a simulated one
   */
  Scan(
      ScanPlan plan,
      ScanSink sink,
      Consumer<Progress> listener,
      List<Duration> rechecks,
      Function<Stray, Edge> opening) {
    this.rechecks = rechecks;
    this.plan = plan;
    this.sink = sink;
    this.listener = listener;
    this.opening = opening;
  }

  private static Edge open(ScanPlan plan, Stray strays) {
    Edge.Settings settings = Edge.Settings.at(plan.rate(), plan.userAgent());
    return Edge.open(settings, plan.scope(), plan.interfaces(), strays);
  }

  /**
   * Stops sending within a moment; {@link #run} then returns what was heard. Any thread may call.
   */
  public void stop() {
    stopped = true;
    sending.ifPresent(Edge::stop);
    inbox.add(() -> {});
  }

  /** Somebody said something unasked; called on the edge's thread. */
  private void stray(ProbeId probe, Heard.Reply reply) {
    int size = reply.bytes().length;
    if (waiting.enter(size)) {
      inbox.add(
          () -> {
            waiting.leave(size);
            announcements.stray(probe, reply);
          });
    } else {
      sending.ifPresent(edge -> edge.counters().add("dropped.flood", 1));
    }
  }

  /** Runs to the end, or until {@link #stop}. */
  public ScanEnding run() {
    try (Edge edge = opening.apply(this::stray)) {
      sending = Optional.of(edge);
      if (stopped) {
        edge.stop();
      }
      Understanding understanding =
          new Understanding(
              address -> plan.scope().admit(address).map(t -> t.network().id()),
              () -> edge.counters().add(Mishaps.PROBE_FAILED, 1),
              plan.earlier().map(Earlier::lastNumber).orElse(0L),
              plan.earlier().map(Earlier::nextAttempt).orElse(1));
      OwnAddresses own = OwnAddresses.in(plan.scope());
      remarks.addAll(own.remarks());
      remarks.addAll(plan.remarks());
      remarks.addAll(RouterCap.remarks(plan.scope(), plan.rate(), Routes.here()));
      HealthGuard guard = new HealthGuard(edge, inbox::add, rechecks);
      Hosts hosts = new Hosts(plan, sink, edge, understanding, inbox::add, guard);
      Sweep sweep = new Sweep(plan, sink, own, hosts, edge);
      Trouble trouble = new Trouble(edge, WayOut.of(plan, edge.links().nics(), Routes.here()));
      announcements = new Announcements(plan, sink, edge, understanding, own, hosts, sweep);
      LinkRound links = new LinkRound(plan, edge, understanding, announcements, inbox::add);
      plan.probes().forEach(edge::open);
      links.call();
      while (!stopped
          && !guard.stops()
          && !trouble.cutOff()
          && (links.awaits()
              || sweep.hasNext()
              || !hosts.roll().isEmpty()
              || edge.awaitsLate()
              || announcements.areWaiting())) {
        sweep.fill();
        announcements.askWaiting();
        trouble.look();
        work();
        listener.accept(sweep.progress());
      }
      stopped |= guard.stops() || trouble.cutOff();
      if (stopped) {
        edge.stop();
        keepWhatWasHeard();
      }
      links.close(!stopped || guard.stops()); // reading a table of this machine sends nothing
      remarks.addAll(links.remarks());
      if (trouble.cutOff()) {
        hosts.takeBack();
      }
      hosts.leave();
      announcements.leave();
      remarks.addAll(guard.ceased());
      remarks.addAll(trouble.remarks());
      return ending(edge, guard, trouble);
    }
  }

  private void work() {
    try {
      Runnable next = inbox.poll(50, TimeUnit.MILLISECONDS);
      for (int n = 0; next != null && n < 512; n++) {
        next.run();
        next = n < 511 ? inbox.poll() : null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  /** What the edge had handed over when it stopped. It asks nobody anything more. */
  private void keepWhatWasHeard() {
    for (int n = inbox.size(); n > 0; n--) {
      Optional.ofNullable(inbox.poll()).ifPresent(Runnable::run);
    }
  }

  private ScanEnding ending(Edge edge, HealthGuard guard, Trouble trouble) {
    edge.counters().add(Expectation.PACKETS, edge.packets());
    edge.counters().add("transport." + edge.transportName(), 1);
    remarks.addAll(edge.links().trouble());
    remarks.addAll(Mishaps.of(edge));
    if (guard.stops()) {
      remarks.add(
          "the scan stopped itself: devices that answered no longer do; see to them before"
              + " it is resumed");
    } else if (stopped) {
      remarks.add("the scan was stopped before its end");
    }
    return new ScanEnding(
        edge.now(),
        !stopped,
        edge.links().listening(),
        edge.counters().snapshot(),
        List.copyOf(remarks),
        guard.stops(),
        trouble.why());
  }
}
