package org.camsweep.net;

import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;

/**
 * Sockets for one question each, closed when it has ended: nobody but the asked host learns their
 * ports, so that nobody else can answer in its name. So many at one time and no more; what finds no
 * place waits for one. Touched only on the edge's event loop.
 */
final class OwnSockets {
  private final int most;
  private final Set<DatagramPort> open = ConcurrentHashMap.newKeySet(); // others look at the ports
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean stopped;

  OwnSockets(int most) {
    this.most = most;
  }

  /**
   * Puts a question that is not to be put by the socket that its probe asks everybody by.
   *
   * @param shared that socket
   * @param unsent takes why the question could not be put
   */
  void ask(DatagramPort shared, Address host, Ask.Datagram ask, Ear ear, Unsent unsent) {
    if (open.size() >= most) {
      waiting.add(() -> ask(shared, host, ask, ear, unsent));
      return;
    }
    try {
      Optional<DatagramPort> own = shared.another();
      if (own.isPresent()) {
        open.add(own.get());
        own.get().ask(host, ask, true, new Closing(ear, own.get()));
      } else {
        unsent.because("its answers go to a fixed port");
      }
    } catch (SocketException e) {
      unsent.because(String.valueOf(e.getMessage()));
    }
  }

  /** Those that are open; any thread may ask. */
  Collection<DatagramPort> open() {
    return open;
  }

  /** Nothing is put any more; what waits is dropped. */
  void stop() {
    stopped = true;
    waiting.clear();
  }

  private void closed(DatagramPort port) {
    port.close();
    open.remove(port);
    while (!stopped && !waiting.isEmpty() && open.size() < most) {
      waiting.remove().run(); // one that cannot be put leaves its place to the next
    }
  }

  /** Hears that a question could not be put. */
  interface Unsent {
    void because(String why);
  }

  private final class Closing implements Ear {
    private final Ear ear;
    private final DatagramPort port;

    Closing(Ear ear, DatagramPort port) {
      this.ear = ear;
      this.port = port;
    }

    @Override
    public void heard(Heard heard) {
      ear.heard(heard);
    }

    @Override
    public void ended() {
      closed(port);
      ear.ended();
    }

    @Override
    public boolean isPatient() {
      return true;
    }
  }
}
