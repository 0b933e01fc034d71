package org.camsweep.probe.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Network;
import org.camsweep.site.Target;

/**
 * One GET of the first page (RFC 9110, 9112) at each web port, one redirect to the same literal
 * address, and the page's icon. Ports that a device states in its own discovery are asked last.
 */
public final class HttpProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("http");
  private static final List<Integer> FIRST = List.of(80, 443);

  /** Ports where only ONVIF is spoken by default; a page there is asked for if nothing else is. */
  private static final Set<Integer> NO_PAGES = Set.of(2020, 8899);

  private static final int MAX_STATED = 3;

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "HTTP and HTTPS: first page, one redirect at the same address, icon, certificate",
        "unicast, tcp 80 and 443 at every address, the others at hosts that live",
        "tcp 80, 81, 88, 443, 8080, 8081, 8443 and ports that a device states",
        Confidence.SOLID,
        true,
        List.of(
            Shown.http(Ask.Http.get(80, false, "/")),
            Shown.http(ask(80, false, "/favicon.ico", Icon.ACCEPT))));
  }

  @Override
  public Set<org.camsweep.observe.Field> fields() {
    return Page.FIELDS;
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    Network network = target.network();
    return switch (stage) {
      case KNOCK -> pages(first(network));
      case ASK -> {
        List<Integer> rest = new ArrayList<>(ObservedPorts.web(network));
        rest.removeAll(first(network));
        if (network.ports().isEmpty()) {
          rest.removeAll(NO_PAGES);
        }
        yield pages(rest.subList(0, Math.min(rest.size(), 8)));
      }
      case INTERVIEW -> {
        List<Ask> asks = new ArrayList<>(pages(stated(network, known)));
        icon(known).ifPresent(asks::add);
        yield asks;
      }
    };
  }

  private static List<Integer> first(Network network) {
    List<Integer> web = ObservedPorts.web(network);
    List<Integer> usual = web.stream().filter(FIRST::contains).toList();
    return usual.isEmpty() ? web.subList(0, Math.min(2, web.size())) : usual;
  }

  /** Ports that the device itself named and that have not been asked. */
  private static List<Integer> stated(Network network, List<Observation> known) {
    TreeSet<Integer> ports =
        new TreeSet<>(
            ObservedPorts.stated(known, "sadp.http-port", "dhip.http-port", "xm.http-port"));
    ObservedPorts.values(known, "wsd.xaddr").stream()
        .flatMap(x -> SameHost.atSender(x).stream())
        .forEach(x -> ports.add(x.port()));
    Set<Integer> asked = Set.copyOf(ObservedPorts.web(network));
    return ports.stream()
        .filter(p -> !asked.contains(p) || NO_PAGES.contains(p))
        .filter(p -> !ObservedPorts.heardAt(known, ID.name(), p))
        .limit(MAX_STATED)
        .toList();
  }

  private static List<Ask> pages(List<Integer> ports) {
    return ports.stream().<Ask>map(p -> Ask.Http.get(p, ObservedPorts.isTls(p), "/")).toList();
  }

  /** The icon of the first page seen, once for a host. */
  private static Optional<Ask> icon(List<Observation> known) {
    return known.stream()
        .filter(o -> o.probe().equals(ID) && o.first(Page.BODY).isPresent())
        .filter(o -> o.first(Page.STATUS).filter("200"::equals).isPresent())
        .findFirst()
        .map(
            o -> {
              boolean tls = o.first(Page.TLS).isPresent();
              int port = o.endpoint().port();
              String path =
                  Icon.link(o.first(Page.BODY).orElse(""))
                      .flatMap(l -> SameHost.of(l, o.address(), port, tls))
                      .filter(s -> s.port() == port && Icon.isIcon(s.path()))
                      .map(SameHost::path)
                      .orElse("/favicon.ico");
              return ask(port, tls, path, Icon.ACCEPT);
            });
  }

  static Ask.Http ask(int port, boolean tls, String path, String accept) {
    return new Ask.Http(
        port,
        tls,
        "GET",
        path,
        Map.of("Accept", accept),
        new byte[0],
        65_536,
        Duration.ofSeconds(6));
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(HttpProbe::read, Step::without, Step::without);
  }

  private static Step read(Heard.Reply reply) {
    Optional<Ask.Http> ask =
        reply.ask().flatMap(a -> a.fold(d -> none(), e -> none(), h -> Optional.of(h)));
    boolean icon = ask.filter(a -> Icon.ACCEPT.equals(a.headers().get("Accept"))).isPresent();
    return icon ? Icon.read(reply) : Page.read(reply, ask.orElse(plain(reply.endpoint())));
  }

  private static Ask.Http plain(Endpoint endpoint) {
    return Ask.Http.get(endpoint.port(), false, "/");
  }

  private static Optional<Ask.Http> none() {
    return Optional.empty();
  }
}
