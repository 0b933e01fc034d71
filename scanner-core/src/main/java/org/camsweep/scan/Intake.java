package org.camsweep.scan;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;

/**
 * Where what is overheard waits to be understood: bounded in count and bytes, and in how much of it
 * one sender may fill, so that a flood neither grows memory nor crowds out the others. What finds
 * no place is counted. One thread puts, another takes.
 */
final class Intake {
  static final int MAX_WAITING = 4_096;
  static final long MAX_BYTES = 16L * 1024 * 1024;

  /** One sender is heard this often in a second; a device that announces itself needs a few. */
  static final int MAX_PER_SECOND = 64;

  private static final int MAX_SENDERS = 8_192;

  /** One datagram, and which probe's port it came to. */
  record Item(ProbeId probe, Heard.Reply reply) {}

  private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong bytes = new AtomicLong();
  private final Map<Address, Integer> lately = new HashMap<>();
  private final Consumer<String> dropped;
  private long second = Long.MIN_VALUE;

  /**
   * @param dropped told the name of a counter for each datagram that found no place
   */
  Intake(Consumer<String> dropped) {
    this.dropped = dropped;
  }

  void put(ProbeId probe, Heard.Reply reply) {
    if (!isInTurn(reply.from(), reply.at())) {
      dropped.accept("dropped.sender-rate");
      return;
    }
    int size = reply.bytes().length;
    if (bytes.get() + size > MAX_BYTES || !waiting.offer(new Item(probe, reply))) {
      dropped.accept("dropped.flood");
      return;
    }
    bytes.addAndGet(size);
  }

  private boolean isInTurn(Address sender, Instant at) {
    if (at.getEpochSecond() != second) {
      second = at.getEpochSecond();
      lately.clear();
    }
    if (lately.size() >= MAX_SENDERS && !lately.containsKey(sender)) {
      return false;
    }
    return lately.merge(sender, 1, Integer::sum) <= MAX_PER_SECOND;
  }

  /** The next, or nothing within the time. */
  Optional<Item> take(long millis) throws InterruptedException {
    Item item = waiting.poll(millis, TimeUnit.MILLISECONDS);
    if (item != null) {
      bytes.addAndGet(-item.reply().bytes().length);
    }
    return Optional.ofNullable(item);
  }
}
