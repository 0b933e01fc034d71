package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camsweep.net.snmp.SnmpAsker.Ending;
import org.camsweep.net.snmp.SnmpAsker.Told;
import org.camsweep.net.snmp.SnmpKey;
import org.camsweep.scan.SnmpPlaces.Place;
import org.camsweep.site.Target;

/**
 * Asks some devices by SNMP at a time, one for each thread. SNMP4J waits no longer than its
 * timeouts, so none takes long; when stopped, those that do not come back in a moment are left.
 */
final class SnmpDesk implements AutoCloseable {
  static final int PLACES = 16;
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Asks one device, and waits for what comes of it. */
  interface Asking {
    Told ask(Target target, SnmpKey key, Predicate<String> saidBefore);
  }

  /** One device that was asked. */
  record Done(Place place, Told told) {}

  private final BlockingQueue<Done> ended = new LinkedBlockingQueue<>();
  private final List<Place> asked = new ArrayList<>();
  private final Asking asker;
  private final ExecutorService threads;
  private final int places;
  private long stoppedAt;

  /**
   * @param places at most so many at a time; no more than {@value #PLACES}
   */
  SnmpDesk(Asking asker, int places) {
    this.asker = asker;
    this.places = Math.max(1, Math.min(places, PLACES));
    this.threads =
        Executors.newFixedThreadPool(
            this.places,
            work -> {
              Thread thread = new Thread(work, "snmp");
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean isFree() {
    return asked.size() < places;
  }

  int busy() {
    return asked.size();
  }

  /** Starts asking; {@link #isFree} must say that there is a place. */
  void ask(Place place, SnmpKey key, Predicate<String> saidBefore) {
    asked.add(place);
    threads.execute(() -> ended.add(new Done(place, told(place, key, saidBefore))));
  }

  private Told told(Place place, SnmpKey key, Predicate<String> saidBefore) {
    try {
      return asker.ask(place.target(), key, saidBefore);
    } catch (RuntimeException | Error e) {
      // A fault of ours; its text could quote a message, so only its kind is told. Whatever it is,
      // the place must become free: nobody else would end the wait for it.
      return failed("a fault in camsweep itself: " + e.getClass().getSimpleName());
    }
  }

  private static Told failed(String why) {
    return new Told(Ending.FAILED, new byte[0], why, 0);
  }

  /** Waits a moment for what has ended. */
  void await(List<Done> into) {
    try {
      Done first = ended.poll(50, TimeUnit.MILLISECONDS);
      for (Done next = first; next != null; next = ended.poll()) {
        if (asked.remove(next.place())) {
          into.add(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
    if (stoppedAt != 0 && System.nanoTime() - stoppedAt > GRACE_NANOS) {
      asked.forEach(p -> into.add(new Done(p, failed("the scan was stopped"))));
      asked.clear();
    }
  }

  /** Interrupts all; {@link #await} still gives what comes of them. */
  void stop() {
    if (stoppedAt == 0) {
      stoppedAt = System.nanoTime();
      threads.shutdownNow();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
