package org.camsweep.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.probe.spi.Ask;

/**
 * The questions of one probe that wait for a datagram, whichever of its sockets the answer comes
 * to. Replies are matched by the sender's address alone, since devices answer from any port.
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
    private final Ear ear;
    private int replies;

    private Waiting(Ask.Datagram ask, Ear ear) {
      this.ask = ask;
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

    void count() {
      replies++;
    }
  }

  private final Map<InetAddress, List<Waiting>> waiting = new HashMap<>();
  private final Map<InetAddress, Integer> strays = new HashMap<>();

  Waiting add(InetAddress host, Ask.Datagram ask, Ear ear) {
    Waiting mine = new Waiting(ask, ear);
    waiting.computeIfAbsent(host, h -> new ArrayList<>(1)).add(mine);
    return mine;
  }

  /** Forgets a question; says whether it was still there. */
  boolean remove(InetAddress host, Waiting mine) {
    List<Waiting> all = waiting.get(host);
    boolean found = all != null && all.remove(mine);
    if (all != null && all.isEmpty()) {
      waiting.remove(host);
    }
    return found;
  }

  /** The question that a reply from this host most likely answers: the one with fewest replies. */
  Optional<Waiting> from(InetAddress host) {
    return waiting.getOrDefault(host, List.of()).stream()
        .min(Comparator.comparingInt((Waiting w) -> w.replies))
        .filter(w -> w.replies < MAX_REPLIES);
  }

  /** Whether one more stray from this sender is heard. */
  boolean hearsStray(InetAddress sender) {
    if (strays.size() >= MAX_SENDERS && !strays.containsKey(sender)) {
      return false;
    }
    return strays.merge(sender, 1, Integer::sum) <= MAX_REPLIES;
  }
}
