package org.camsweep.net.neighbours;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.camsweep.site.Address;

/**
 * Asks all nodes of a link for an echo (ICMPv6, RFC 4443 section 4.1, to {@code ff02::1}), and says
 * who answers. Two packets from each own address, by the system's own ping: Java cannot send ICMP
 * without privilege, and a datagram by UDP to a group brings no error message back (RFC 4443
 * section 2.4 e), so that nobody need answer it.
 */
public final class AllNodes implements AutoCloseable {
  /** More than a link has; anybody on it can answer in many names. */
  static final int MOST_ANSWERS = 1_024;

  private static final int MOST_LINES = 8 * MOST_ANSWERS;
  private static final int MOST_TEXT = 160;
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final ConcurrentLinkedQueue<Process> running = new ConcurrentLinkedQueue<>();
  private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger open = new AtomicInteger();
  private final BiConsumer<Address, String> found;
  private final long end = System.nanoTime() + LONGEST.toNanos();
  private volatile boolean closed;

  /**
   * Starts to ask; returns at once.
   *
   * @param found takes each address that answered, in the zone of its link, and the link's name;
   *     called on other threads
   */
  public AllNodes(List<EchoCall> calls, BiConsumer<Address, String> found) {
    this.found = found;
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    for (EchoCall call : calls) {
      if (linux) {
        startAside(call);
      } else {
        trouble.add(said(call, "only Linux's ping is known to do it"));
      }
    }
  }

  /** Whether answers may still come. */
  public boolean isOpen() {
    return open.get() > 0 && System.nanoTime() - end < 0;
  }

  /** What did not work, in plain words. */
  public List<String> trouble() {
    return List.copyOf(trouble);
  }

  private void startAside(EchoCall call) {
    open.incrementAndGet();
    Thread thread = new Thread(() -> ask(call), "camsweep-all-nodes-" + call.nic().name());
    thread.setDaemon(true);
    thread.start();
  }

  private void ask(EchoCall call) {
    ProcessBuilder ping = new ProcessBuilder(call.command()).redirectErrorStream(true);
    ping.environment().put("LC_ALL", "C");
    try {
      Process process = ping.start();
      running.add(process);
      process.getOutputStream().close();
      if (closed) {
        close();
      }
      read(process, call);
    } catch (IOException e) {
      if (!closed) {
        trouble.add(said(call, "this system has no ping that can be run"));
      }
    } finally {
      open.decrementAndGet();
    }
  }

  private void read(Process process, EchoCall call) throws IOException {
    Set<Address> answered = new HashSet<>();
    String first = "";
    boolean began = false;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String line = lines.readLine();
      for (int n = 0; line != null && n < MOST_LINES; n++) {
        began |= EchoText.begins(line);
        first = first.isEmpty() ? line.substring(0, Math.min(MOST_TEXT, line.length())) : first;
        Optional<Address> from = EchoText.answer(line);
        if (from.isPresent() && answered.size() < MOST_ANSWERS && answered.add(from.get())) {
          found.accept(call.nic().scoped(from.get()), call.nic().name());
        }
        line = lines.readLine();
      }
    } finally {
      process.destroy();
    }
    if (!began && !closed) {
      trouble.add(said(call, first.isEmpty() ? "ping said nothing" : first));
    } else if (answered.size() == MOST_ANSWERS) {
      trouble.add("%s: more than %,d addresses answered".formatted(call.place(), MOST_ANSWERS));
    }
  }

  private static String said(EchoCall call, String why) {
    return call.place()
        + " was not asked for an echo, so a silent IPv6 neighbour may be missing: "
        + why;
  }

  /** Stops asking. */
  @Override
  public void close() {
    closed = true;
    for (Process one = running.poll(); one != null; one = running.poll()) {
      one.destroy();
    }
  }
}
