package org.camsweep.capture;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camsweep.site.Address;

/**
 * Puts TCP packets together into conversations, and hands each over when it ends, or when there is
 * no room for it: bounded in number, and in bytes in all.
 */
public final class Conversations {
  static final int MAX_OPEN = 20_000;
  static final long MAX_BYTES = 64L * 1024 * 1024;

  private record End(Address address, int port) {}

  private record Key(End server, End client) {}

  private static final class Open {
    private final Half toServer = new Half();
    private final Half toClient = new Half();
    private Instant at = Instant.EPOCH;
    private int said = -1;
    private int ends;

    private long held() {
      return toServer.held() + toClient.held();
    }
  }

  private final Map<Key, Open> open = new LinkedHashMap<>();
  private final Consumer<Conversation> ended;
  private final Tally tally;
  private long bytes;

  /**
   * @param ended given each conversation in which a server said something
   */
  public Conversations(Consumer<Conversation> ended, Tally tally) {
    this.ended = ended;
    this.tally = tally;
  }

  /** Takes a TCP packet. */
  public void take(Packet packet) {
    End from = new End(packet.from(), packet.fromPort());
    End to = new End(packet.to(), packet.toPort());
    Key asClient = new Key(to, from);
    Key asServer = new Key(from, to);
    boolean known = open.containsKey(asClient) || open.containsKey(asServer);
    boolean fromServer = known ? open.containsKey(asServer) : isFromServer(packet);
    Key key = fromServer ? asServer : asClient;
    if (known && packet.segment().isSyn() && !packet.segment().isAck()) {
      end(key); // the ports are used again
      known = false;
    }
    if (!known && packet.segment().ends()) {
      return; // the end of something that was not seen
    }
    Open one = open.computeIfAbsent(key, k -> new Open());
    long before = one.held();
    add(one, packet, fromServer);
    bytes += one.held() - before;
    if (one.ends >= 2 || packet.segment().isReset()) {
      end(key);
    }
    makeRoom();
  }

  /** Without its beginning, a connection's lower port is most likely the server's. */
  private static boolean isFromServer(Packet packet) {
    return packet.segment().isSyn()
        ? packet.segment().isAck()
        : packet.fromPort() < packet.toPort();
  }

  private static void add(Open one, Packet packet, boolean fromServer) {
    Half half = fromServer ? one.toClient : one.toServer;
    long sequence = packet.segment().sequence() + (packet.segment().isSyn() ? 1 : 0);
    if (packet.segment().isSyn()) {
      half.begins(sequence);
    }
    if (fromServer && one.toClient.size() == 0) {
      one.at = packet.at();
    }
    boolean own = packet.payload().length > 0 && packet.payload()[0] != (byte) 0xff;
    if (!fromServer && one.said < 0 && own) {
      one.said = one.toClient.size();
    }
    half.take(sequence, packet.payload(), packet.cut());
    one.ends += packet.segment().ends() ? 1 : 0;
  }

  private void makeRoom() {
    while (open.size() > MAX_OPEN || bytes > MAX_BYTES) {
      Iterator<Key> oldest = open.keySet().iterator();
      tally.add("streams.early");
      end(oldest.next());
    }
  }

  private void end(Key key) {
    Open one = open.remove(key);
    if (one == null) {
      return;
    }
    bytes -= one.held();
    tally.add("streams");
    if (one.toClient.size() == 0) {
      tally.add("streams.server-said-nothing");
      return;
    }
    ended.accept(
        new Conversation(
            key.server().address(),
            key.server().port(),
            one.at,
            one.toServer.bytes(),
            one.toClient.bytes(),
            one.said < 0 ? one.toClient.size() : one.said,
            one.toClient.isCut()));
  }

  /** Hands over what has not ended. */
  public void finish() {
    while (!open.isEmpty()) {
      end(open.keySet().iterator().next());
    }
  }
}
