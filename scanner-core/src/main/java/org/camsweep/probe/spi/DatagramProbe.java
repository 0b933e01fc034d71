package org.camsweep.probe.spi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Target;

/**
 * A probe of one datagram out and datagrams back: to every link, and where the protocol allows it
 * to single hosts. A search protocol shares its port with commands that change a device, so the
 * request is built by the probe alone and there is nothing to hand in.
 */
public abstract class DatagramProbe implements Probe.Unicast, Probe.Multicast {
  /** Devices answer a search at once; the slow ones take a second. */
  private static final Duration LISTEN = Duration.ofMillis(1_500);

  /**
   * How the question travels.
   *
   * @param port where it goes
   * @param group IPv4 multicast group, or empty
   * @param broadcast whether it is broadcast too
   * @param times how often a link is asked, since answers get lost when all come at once
   * @param toHosts when single hosts are asked; empty where the protocol knows only links
   * @param linksBecause why single hosts are not asked, where they are not
   */
  protected record Way(
      int port,
      Optional<String> group,
      boolean broadcast,
      int times,
      Optional<Stage> toHosts,
      String linksBecause) {
    public static Way broadcast(int port) {
      return new Way(port, Optional.empty(), true, 1, Optional.empty(), "");
    }

    public static Way group(int port, String group) {
      return new Way(port, Optional.of(group), false, 1, Optional.empty(), "");
    }

    public Way andBroadcast() {
      return new Way(port, group, true, times, toHosts, linksBecause);
    }

    public Way asked(int often) {
      return new Way(port, group, broadcast, often, toHosts, linksBecause);
    }

    public Way andHosts(Stage stage) {
      return new Way(port, group, broadcast, times, Optional.of(stage), "");
    }

    /** Links only, and why: a person who misses the unicast question is told. */
    public Way onlyLinks(String because) {
      return new Way(port, group, broadcast, times, Optional.empty(), because);
    }

    private String reach() {
      List<String> reach = new ArrayList<>();
      group.ifPresent(g -> reach.add("multicast " + g));
      if (broadcast) {
        reach.add("broadcast");
      }
      toHosts.ifPresent(
          stage ->
              reach.add(
                  stage == Stage.KNOCK
                      ? "unicast to every address"
                      : "unicast to hosts that live"));
      return String.join(", ", reach) + (toHosts.isPresent() ? "" : " (" + linksBecause + ")");
    }
  }

  /**
   * Searches whose answer settles whose firmware a box runs. Further makers' searches would then be
   * packets without a purpose; a box that contradicts itself does so in what else it says.
   */
  private static final Set<String> SETTLING = Set.of("sadp", "dhip", "xm", "dhold", "tvt");

  private final ProbeId id;
  private final Way way;

  protected DatagramProbe(String id, Way way) {
    this.id = ProbeId.of(id);
    this.way = way;
  }

  /** The one request; the same bytes for the same identifier. */
  protected abstract byte[] request(UUID messageId);

  /** What an answer says. Never throws; no facts for anything that is not an answer. */
  protected abstract FactSheet read(Heard.Reply reply);

  @Override
  public final ProbeId id() {
    return id;
  }

  /** What to tell of the probe, its reach and bytes taken from how it asks. */
  protected final About about(String title, Confidence confidence, boolean on) {
    String ports = "udp " + way.port();
    String answers = listening().map(l -> ", answers to " + l.port()).orElse("");
    return new About(
        title,
        way.reach(),
        ports + answers,
        confidence,
        on,
        List.of(Shown.bytes(request(new UUID(0, 0)))));
  }

  /** Makers' searches are protocols of IPv4; a program that listens to both families hears them. */
  @Override
  public String byIpv6() {
    return way.toHosts().isPresent()
        ? "unicast alone; no source shows an answer or denies one"
        : "no: asked of IPv4 links alone";
  }

  @Override
  public Optional<String> group(boolean ipv6) {
    return ipv6 ? Optional.empty() : way.group();
  }

  @Override
  public final boolean broadcast() {
    return way.broadcast();
  }

  /** Beside the port for answers the one for questions: devices announce themselves there too. */
  @Override
  public List<Listening> overheard() {
    List<Listening> all = new ArrayList<>(listening().stream().toList());
    if (all.stream().noneMatch(l -> l.port() == way.port())) {
      all.add(new Listening(way.port(), way.group().stream().toList(), false));
    }
    return all;
  }

  @Override
  public List<Ask.Datagram> call(UUID messageId) {
    List<Ask.Datagram> asks = new ArrayList<>();
    for (int i = 0; i < way.times(); i++) {
      asks.add(ask(messageId));
    }
    return asks;
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    boolean settled =
        known.stream()
            .filter(o -> !o.isUnasked()) // anybody can announce in another's name
            .filter(o -> !o.facts().isEmpty() && o.endpoint().transport().equals("udp"))
            .anyMatch(o -> o.probe().equals(id) || SETTLING.contains(o.probe().name()));
    boolean now = way.toHosts().filter(stage::equals).isPresent();
    return now && !settled ? List.of(ask(messageId)) : List.of();
  }

  private Ask.Datagram ask(UUID messageId) {
    return new Ask.Datagram(way.port(), request(messageId), LISTEN);
  }

  @Override
  public final Step hear(Heard heard) {
    return heard.fold(
        reply -> reply.bytes().length == 0 ? Step.ended(Outcome.GARBLED) : read(reply).step(),
        Step::without,
        Step::without);
  }
}
