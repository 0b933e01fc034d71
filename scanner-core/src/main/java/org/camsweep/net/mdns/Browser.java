package org.camsweep.net.mdns;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.JmDNSImpl;
import org.camsweep.net.KernelDrops;
import org.camsweep.net.Nic;
import org.camsweep.site.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Browses DNS-SD (RFC 6763) on every link at once: one instance for each interface and address
 * family (224.0.0.251 and ff02::fb, RFC 6762 section 3), given an address that already has a name
 * (a reverse look-up would take ten seconds on a site without DNS), all types asked together,
 * closed in the background because closing takes two seconds.
 */
public final class Browser implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Browser.class);

  /** The types that cameras, recorders, and what is mistaken for them announce. */
  static final List<String> TYPES =
      List.of(
          "_axis-video._tcp",
          "_axis-nvr._tcp",
          "_rtsp._tcp",
          "_arec._tcp",
          "_http._tcp",
          "_psia._tcp",
          "_CGI._tcp",
          "_hap._tcp");

  private static final String NAME = "camsweep.local";
  private static final int MOST_TEXT = 64;
  private static final int PORT = 5353;

  /** Names that are remembered of one link and family; more than any link has. */
  static final int MOST_NAMES = 8_192;

  private final ConcurrentLinkedQueue<JmDNS> open = new ConcurrentLinkedQueue<>();
  private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
  private final Consumer<Service> found;
  private volatile boolean closed;
  private long dropped; // this and the next belong to the scan's own thread
  private boolean flooded;

  /**
   * Starts browsing; returns at once.
   *
   * @param found called on threads of jmDNS
   */
  public Browser(List<Nic> nics, Consumer<Service> found) {
    this.found = found;
    for (Nic nic : nics) {
      nic.v4().ifPresent(own -> startAside(nic, own, "IPv4"));
      nic.v6().ifPresent(own -> startAside(nic, own, "IPv6"));
    }
  }

  private void startAside(Nic nic, Address own, String family) {
    Thread thread =
        new Thread(() -> start(nic, own, family), "camsweep-mdns-" + nic.name() + "-" + family);
    thread.setDaemon(true);
    thread.start();
  }

  private void start(Nic nic, Address own, String family) {
    try {
      InetAddress named = named(nic, own);
      JmDNS mdns = JmDNS.create(named, "camsweep");
      open.add(mdns);
      for (String type : TYPES) {
        mdns.addServiceListener(type + ".local.", new Taker(nic));
      }
      if (closed) {
        close();
      }
    } catch (IOException e) {
      trouble.add(nic.name() + ": mDNS was not browsed by " + family + ": " + e.getMessage());
    }
  }

  /** The address with a name, and with its zone: jmDNS finds the interface by it. */
  private static InetAddress named(Nic nic, Address own) throws IOException {
    return own.isV4()
        ? InetAddress.getByAddress(NAME, own.bytes())
        : Inet6Address.getByAddress(NAME, own.bytes(), nic.device().getIndex());
  }

  /** What did not work, in plain words. */
  public List<String> trouble() {
    return List.copyOf(trouble);
  }

  /**
   * Stops browsing where so many names were announced that only a flood explains them: jmDNS
   * remembers all of them, and would take all memory. To be called once a second.
   */
  public void bound() {
    dropped = dropped();
    for (JmDNS mdns : open) {
      if (mdns instanceof JmDNSImpl one
          && one.getCache().size() > MOST_NAMES
          && open.remove(mdns)) {
        flooded = true;
        trouble.add(
            "more than "
                + MOST_NAMES
                + " names were announced by mDNS on one link: it was browsed no longer there");
        closeAside(mdns);
      }
    }
  }

  /** Datagrams that found no room at jmDNS's sockets; 0 also where the system does not tell. */
  public long dropped() {
    return Math.max(dropped, KernelDrops.at(PORT).orElse(0)); // of closed sockets nothing is told
  }

  /** Whether it stopped listening before it was told to. */
  public boolean isFlooded() {
    return flooded;
  }

  /** Stops browsing; what jmDNS still has to say it says on a thread of its own. */
  @Override
  public void close() {
    closed = true;
    for (JmDNS mdns = open.poll(); mdns != null; mdns = open.poll()) {
      closeAside(mdns);
    }
  }

  private static void closeAside(JmDNS mdns) {
    Thread thread = new Thread(() -> closeOne(mdns), "camsweep-mdns-close");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeOne(JmDNS mdns) {
    try {
      mdns.close();
    } catch (IOException e) {
      log.debug("mDNS did not close", e);
    }
  }

  private final class Taker implements ServiceListener {
    private final Nic nic;

    private Taker(Nic nic) {
      this.nic = nic;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
      event.getDNS().requestServiceInfo(event.getType(), event.getName(), 1);
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {}

    @Override
    public void serviceResolved(ServiceEvent event) {
      ServiceInfo info = event.getInfo();
      List<String> text = new ArrayList<>();
      for (String key : Collections.list(info.getPropertyNames())) {
        if (text.size() < MOST_TEXT) {
          text.add(key + "=" + info.getPropertyString(key));
        }
      }
      String type = info.getType().replaceFirst("\\.local\\.?$", "");
      for (InetAddress said : info.getInetAddresses()) {
        Address address = nic.scoped(Address.of(said));
        if (nic.onLink(address) && !nic.has(address) && !closed) {
          found.accept(
              new Service(
                  address,
                  nic.name(),
                  type,
                  info.getName(),
                  info.getServer(),
                  info.getPort(),
                  text));
        }
      }
    }
  }
}
