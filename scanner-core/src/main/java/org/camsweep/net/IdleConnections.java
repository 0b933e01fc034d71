package org.camsweep.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.Endpoint;
import org.camsweep.site.Address;

/**
 * Connections that wait a moment for the next question to the same port, where the protocol is made
 * for it (RFC 9112 §9.3, RFC 2326 §1.4): small devices bear questions better than connections. An
 * idle connection counts among its host's. Lives on the edge's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed close leaves nothing to do
final class IdleConnections {
  /** A further question follows within milliseconds, unless the pace holds it back. */
  private static final long WAIT_MILLIS = 2_000;

  private static final int MOST = 256;

  /** A connection, and what its TLS handshake showed. */
  record Kept(SocketChannel channel, Certificates shown) {}

  private record Place(Endpoint endpoint, boolean tls, Kept kept) {}

  private final EventLoop loop;
  private final Map<Address, Deque<Place>> idle = new HashMap<>();
  private int count;

  IdleConnections(EventLoop loop) {
    this.loop = loop;
  }

  /** Keeps a connection on which everything asked has been answered. */
  void keep(Address host, Endpoint endpoint, boolean tls, Kept kept) {
    if (count >= MOST || loop.isShuttingDown()) {
      kept.channel().close();
      return;
    }
    Place place = new Place(endpoint, tls, kept);
    kept.channel().pipeline().addLast(new Watch(host, place));
    idle.computeIfAbsent(host, h -> new ArrayDeque<>()).add(place);
    count++;
    loop.schedule(() -> end(host, place), WAIT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes a connection to go on with, if one waits there. */
  Optional<Kept> take(Address host, Endpoint endpoint, boolean tls) {
    for (Place place : List.copyOf(idle.getOrDefault(host, new ArrayDeque<>()))) {
      boolean same = place.endpoint().equals(endpoint) && place.tls() == tls;
      if (same && forget(host, place) && place.kept().channel().isActive()) {
        place.kept().channel().pipeline().removeLast();
        return Optional.of(place.kept());
      }
    }
    return Optional.empty();
  }

  /** How many wait at a host. */
  int at(Address host) {
    return idle.getOrDefault(host, new ArrayDeque<>()).size();
  }

  /** Closes so many of a host, the oldest first. */
  void close(Address host, int many) {
    for (int i = 0; i < many && at(host) > 0; i++) {
      end(host, idle.get(host).peekFirst());
    }
  }

  private void end(Address host, Place place) {
    if (forget(host, place)) {
      place.kept().channel().close();
    }
  }

  private boolean forget(Address host, Place place) {
    Deque<Place> places = idle.getOrDefault(host, new ArrayDeque<>());
    boolean found = places.remove(place);
    count -= found ? 1 : 0;
    if (places.isEmpty()) {
      idle.remove(host);
    }
    return found;
  }

  /** Whatever a connection does that nobody asked anything of ends it. */
  private final class Watch extends ChannelInboundHandlerAdapter {
    private final Address host;
    private final Place place;

    private Watch(Address host, Place place) {
      this.host = host;
      this.place = place;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
      end(host, place);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      end(host, place);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      end(host, place);
    }
  }
}
