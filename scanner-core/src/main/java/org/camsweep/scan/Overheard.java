package org.camsweep.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.site.Address;

/**
 * Keeps what is new of what is overheard, within bounds: devices repeat themselves for hours, and
 * anybody on a link can shout. What is not kept is counted by name. Not thread-safe.
 */
final class Overheard {
  static final int MAX_KEPT = 100_000;
  static final int MAX_OUTSIDE = 10_000;
  static final int MAX_OF_SENDER = 256;
  static final int MAX_JUNK = 2_000;
  static final int MAX_JUNK_OF_SENDER = 4;
  static final long MAX_BYTES = 64L * 1024 * 1024;
  static final long MAX_BYTES_OF_SENDER = 2L * 1024 * 1024;
  private static final int MAX_JUNK_BYTES = 2_048;
  private static final byte[] NOTHING = new byte[0];

  private static final class Sender {
    private int kept;
    private int junk;
    private long bytes;
  }

  private final ScanSink sink;
  private final Consumer<String> counted;
  private final Map<Address, Sender> senders = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private int kept;
  private int outside;
  private int junk;
  private long bytes;

  /**
   * @param counted told the name of a counter for each observation that is not kept
   */
  Overheard(ScanSink sink, Consumer<String> counted) {
    this.sink = sink;
    this.counted = counted;
  }

  int senders() {
    return senders.size();
  }

  int kept() {
    return kept;
  }

  void take(Observation observation, byte[] raw) {
    boolean garbled = observation.outcome() == Outcome.GARBLED;
    if (!garbled && seen.contains(likeness(observation))) {
      counted.accept("heard.repeated");
      return;
    }
    byte[] stored = garbled && raw.length > MAX_JUNK_BYTES ? NOTHING : raw;
    long size = stored.length + observation.facts().stream().mapToLong(Overheard::size).sum();
    Sender sender = senders.getOrDefault(observation.address(), new Sender());
    boolean fits =
        garbled
            ? junk < MAX_JUNK && sender.junk < MAX_JUNK_OF_SENDER
            : kept < MAX_KEPT
                && sender.kept < MAX_OF_SENDER
                && (observation.network().isPresent() || outside < MAX_OUTSIDE);
    if (!fits || sender.bytes + size > MAX_BYTES_OF_SENDER || bytes + size > MAX_BYTES) {
      counted.accept(garbled ? "dropped.junk" : "dropped.limit");
      return;
    }
    sink.observed(observation, stored);
    senders.put(observation.address(), sender);
    sender.bytes += size;
    bytes += size;
    if (garbled) {
      junk++;
      sender.junk++;
    } else {
      seen.add(likeness(observation));
      kept++;
      sender.kept++;
      outside += observation.network().isPresent() ? 0 : 1;
    }
  }

  private static long size(Fact fact) {
    return fact.value().length() + (long) fact.field().name().length();
  }

  /** The same for what one sender says again in the same words. */
  private static long likeness(Observation o) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      add(hash, o.address().toString());
      add(hash, o.probe().name());
      add(hash, o.endpoint().transport());
      add(hash, o.outcome().name());
      for (Fact fact : o.facts()) {
        add(hash, fact.field().name());
        add(hash, fact.value());
      }
      return ByteBuffer.wrap(hash.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest hash, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    hash.update(ByteBuffer.allocate(4).putInt(0, utf8.length));
    hash.update(utf8);
  }
}
