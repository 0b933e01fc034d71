package org.camsweep.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.probe.spi.Ask;
import org.camsweep.site.Address;

/**
 * The questions of one probe that wait for a datagram. Devices answer from any port and some to
 * everybody; what proves an answer is where it came to, or the question's own identifier in it.
 * Touched only on the edge's event loop.
 */
final class Expected {
  /** More replies than this to one question are counted, not heard: a device may not flood. */
  static final int MAX_REPLIES = 32;

  /** Strays from more senders than this are counted, not heard. */
  private static final int MAX_SENDERS = 65_536;

  /** One question and who wants to know. */
  static final class Waiting {
    private final Ask.Datagram ask;
    private final Object socket;
    private final Ear ear;
    private int replies;
    private boolean left;

    private Waiting(Ask.Datagram ask, Object socket, Ear ear) {
      this.ask = ask;
      this.socket = socket;
      this.ear = ear;
    }

    Ask.Datagram ask() {
      return ask;
    }

    Ear ear() {
      return ear;
    }

    boolean answered() {
      return replies > 0;
    }

    /**
     * Whether a datagram can only be an answer to this question: it says the question's own
     * identifier again, or, where the question has none, came to the socket that it left by. Unless
     * that socket is the question's own, its port is known to every host that was asked by it, and
     * any of them could answer in another's name: whoever asks must have that in mind.
     */
    boolean isAnswer(Object to, byte[] bytes) {
      return ask.identifier().map(own -> says(bytes, own)).orElse(to == socket);
    }

    private static boolean says(byte[] bytes, String identifier) {
      int length = Math.min(bytes.length, 8_192);
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT)
          .contains(identifier.toLowerCase(Locale.ROOT));
    }

    void count() {
      replies++;
    }

    /** Whether its asker was told that nothing came. */
    boolean isLeft() {
      return left;
    }
  }

  private final Map<Address, List<Waiting>> waiting = new HashMap<>();
  private volatile int left;
  private final Map<Address, Integer> strays = new HashMap<>();
  private final Set<Address> flooders;

  /**
   * @param flooders takes the hosts that answer a question more often than is heard; thread-safe
   */
  Expected(Set<Address> flooders) {
    this.flooders = flooders;
  }

  /**
   * @param socket what the question leaves by
   */
  Waiting add(Address host, Ask.Datagram ask, Object socket, Ear ear) {
    Waiting mine = new Waiting(ask, socket, ear);
    waiting.computeIfAbsent(host, h -> new ArrayList<>(1)).add(mine);
    return mine;
  }

  /** Nothing came to a question in a while; what comes later is still its answer. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  void leave(Waiting mine) {
    mine.left = true;
    left++;
  }

  /** Whether an answer may still come to a question that was left. Any thread may ask. */
  boolean awaitsLate() {
    return left > 0;
  }

  /** Forgets a question; says whether it was still there. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  boolean remove(Address host, Waiting mine) {
    List<Waiting> all = waiting.get(host);
    boolean found = all != null && all.remove(mine);
    left -= found && mine.left ? 1 : 0;
    if (all != null && all.isEmpty()) {
      waiting.remove(host);
    }
    return found;
  }

  /**
   * The question that a datagram from this host answers: of several the one with fewest replies.
   */
  Optional<Waiting> from(Address host, Object socket, byte[] bytes) {
    Optional<Waiting> asked =
        waiting.getOrDefault(host, List.of()).stream()
            .filter(w -> w.isAnswer(socket, bytes))
            .min(Comparator.comparingInt((Waiting w) -> w.replies));
    if (asked.isPresent() && asked.get().replies >= MAX_REPLIES) {
      flooders.add(host);
    }
    return asked.filter(w -> w.replies < MAX_REPLIES);
  }

  /** Whether one more stray from this sender is heard. */
  boolean hearsStray(Address sender) {
    if (strays.size() >= MAX_SENDERS && !strays.containsKey(sender)) {
      return false;
    }
    return strays.merge(sender, 1, Integer::sum) <= MAX_REPLIES;
  }
}
