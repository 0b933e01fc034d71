package org.camsweep.net.snmp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camsweep.net.Addresses;
import org.camsweep.site.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * A socket for one device: it lets out at most so many datagrams, each in its turn, to that device
 * alone, none after a refusal, and lets in only what that device sends. Whatever SNMP4J would
 * repeat, here it ends.
 */
final class Gate extends DefaultUdpTransportMapping {
  /** More than this from one device is a flood, not an answer. */
  private static final int MOST_HEARD = 16;

  /** usmStats (RFC 3414 §5) as BER, up to the number of the counter. */
  private static final byte[] REPORT = {6, 10, 0x2b, 6, 1, 6, 3, 15, 1, 1};

  /** The engine's time and its identifier, with which every conversation of version 3 begins. */
  private static final Set<Integer> INTRODUCTION = Set.of(2, 4);

  private static final Logger log = LoggerFactory.getLogger(Gate.class);

  private final Target target;
  private final int port;
  private final SnmpAsker.Turn turn;
  private final int most;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private volatile boolean firstTaken;
  private volatile boolean stopped;
  private volatile int report;

  /**
   * @param most datagrams that may leave
   */
  Gate(Target target, int port, SnmpAsker.Turn turn, int most) throws IOException {
    super(new UdpAddress(target.address().isV4() ? "0.0.0.0/0" : "::/0"));
    this.target = target;
    this.port = port;
    this.turn = turn;
    this.most = most;
  }

  UdpAddress address() {
    return new UdpAddress(Addresses.inet(target.address()), port);
  }

  /** Waits for the turn of a question before SNMP4J's own clock starts; false if stopped. */
  boolean ready() {
    firstTaken = turn.take(target);
    stopped |= !firstTaken;
    return firstTaken;
  }

  @Override
  public void sendMessage(
      UdpAddress to, byte[] message, TransportStateReference state, long timeout, int retries)
      throws IOException {
    if (isRefused() || sent.get() >= most) {
      return;
    }
    boolean inTurn = firstTaken || turn.take(target);
    firstTaken = false;
    stopped |= !inTurn;
    if (inTurn && to.equals(address()) && sent.incrementAndGet() <= most) {
      super.sendMessage(to, message, state, timeout, retries);
    }
  }

  @Override
  protected void fireProcessMessage(
      DatagramPacket packet, ByteBuffer bytes, TransportStateReference state) {
    boolean asked =
        Addresses.of(packet.getAddress()).equals(target.address()) && packet.getPort() == port;
    if (!asked || heard.incrementAndGet() > MOST_HEARD) {
      return;
    }
    int named = report(packet);
    report = named == 0 || isRefused() ? report : named;
    try {
      super.fireProcessMessage(packet, bytes, state);
    } catch (RuntimeException | StackOverflowError e) {
      // The bytes may hold the community, and so may the text of an exception about them.
      log.debug("an SNMP answer could not be read: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * The counter that a report in clear names, from 1 to 6; 0 for none. SNMP4J rightly believes no
   * report that is less protected than the question, but such a report is how a refusal comes.
   */
  private static int report(DatagramPacket packet) {
    byte[] in = packet.getData();
    int end = packet.getOffset() + packet.getLength() - REPORT.length - 2;
    for (int at = packet.getOffset(); at <= end; at++) {
      int number = in[at + REPORT.length];
      boolean named = number >= 1 && number <= 6 && in[at + REPORT.length + 1] == 0;
      if (named && Arrays.equals(in, at, at + REPORT.length, REPORT, 0, REPORT.length)) {
        return number;
      }
    }
    return 0;
  }

  /** What a report said: the first refusal, or else the last; 0 for none. */
  int report() {
    return report;
  }

  /** Whether the device does not take this key. */
  boolean isRefused() {
    return report != 0 && !INTRODUCTION.contains(report);
  }

  boolean isStopped() {
    return stopped;
  }

  int sent() {
    return Math.min(sent.get(), most);
  }

  boolean heardAnything() {
    return heard.get() > 0;
  }
}
