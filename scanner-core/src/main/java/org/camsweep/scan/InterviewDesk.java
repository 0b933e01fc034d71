package org.camsweep.scan;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camsweep.interview.Interviewer;
import org.camsweep.interview.Secret;
import org.camsweep.net.Addresses;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Outcome;
import org.camsweep.scan.ConfirmedCamera.Invitation;

/**
 * Holds a few interviews at a time, one for each thread, each device by one thread and so by one
 * connection after the other. An interview that takes longer than {@value #MOST_SECONDS} seconds is
 * interrupted: a device may send its answer drop by drop.
 */
final class InterviewDesk implements AutoCloseable {
  static final int PLACES = 4;
  static final int MOST_SECONDS = 60;
  private static final int NONCE_BYTES = 16;
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** One interview that came to its end. */
  record Done(Invitation invitation, Interviewer.Told told) {}

  private record Sitting(Invitation invitation, Future<?> future, long since) {}

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          PLACES,
          work -> {
            Thread thread = new Thread(work, "interview");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Thread, Interviewer> interviewers = new ConcurrentHashMap<>();
  private final BlockingQueue<Done> ended = new LinkedBlockingQueue<>();
  private final List<Sitting> sittings = new ArrayList<>();
  private final SecureRandom dice = new SecureRandom();
  private final String agent;
  private final Interviewer.Turn turn;
  private long stoppedAt;

  InterviewDesk(String agent, Interviewer.Turn turn) {
    this.agent = agent;
    this.turn = turn;
  }

  boolean isFree() {
    return sittings.size() < PLACES;
  }

  int busy() {
    return sittings.size();
  }

  /** Starts an interview; {@link #isFree} must say that there is a place. */
  void ask(Invitation invitation, Secret secret, Predicate<String> saidBefore) {
    Future<?> future =
        threads.submit(() -> ended.add(new Done(invitation, held(invitation, secret, saidBefore))));
    sittings.add(new Sitting(invitation, future, System.nanoTime()));
  }

  private Interviewer.Told held(
      Invitation invitation, Secret secret, Predicate<String> saidBefore) {
    try {
      Interviewer own =
          interviewers.computeIfAbsent(
              Thread.currentThread(),
              t -> new Interviewer(agent, this::nonce, Instant::now, turn, Addresses::inUrl));
      return own.interview(invitation.target(), invitation.door(), secret, saidBefore);
    } catch (RuntimeException | Error e) {
      // A fault of ours; its text could quote a request, so only its kind is told.
      return failed("a fault in camsweep itself: " + e.getClass().getSimpleName());
    }
  }

  private byte[] nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    dice.nextBytes(nonce);
    return nonce;
  }

  private static Interviewer.Told failed(String why) {
    return new Interviewer.Told(
        Interviewer.Ending.FAILED, Outcome.SILENT, List.of(Fact.of(InterviewWord.WHY, why)));
  }

  /** Waits a moment for what has ended, and ends what takes too long. */
  void await(List<Done> into) {
    try {
      Done first = ended.poll(50, TimeUnit.MILLISECONDS);
      for (Done next = first; next != null; next = ended.poll()) {
        Invitation of = next.invitation();
        if (sittings.removeIf(s -> s.invitation().equals(of))) {
          into.add(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
    long now = System.nanoTime();
    for (Sitting sitting : List.copyOf(sittings)) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(now - sitting.since());
      if (seconds >= MOST_SECONDS) {
        sitting.future().cancel(true);
      }
      boolean left = stoppedAt != 0 && now - stoppedAt > GRACE_NANOS;
      if (left || seconds >= MOST_SECONDS + 5) { // it does not even let itself be interrupted
        sittings.remove(sitting);
        String why = left ? "the scan was stopped" : "it took too long";
        into.add(new Done(sitting.invitation(), failed(why)));
      }
    }
  }

  /** Interrupts all; {@link #await} still gives what comes of them. */
  void stop() {
    stoppedAt = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
    sittings.forEach(s -> s.future().cancel(true));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    interviewers.values().forEach(Interviewer::close);
  }
}
