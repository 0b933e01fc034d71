package org.camsweep.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.DatagramProbe;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What all default probes together put to one camera that has everything switched on. */
class BudgetTest {
  private static final Set<Integer> OPEN = Set.of(80, 443, 554);
  private static final UUID ID = new UUID(1, 2);

  private final List<Ask> put = new ArrayList<>();
  private final List<Observation> known = new ArrayList<>();

  @Test
  void aDeviceIsAskedLittle() throws ScopeRefusedException {
    Target camera = camera();
    for (Probe.Stage stage : Probe.Stage.values()) {
      for (Probe probe : ProbeCatalogue.byDefault()) {
        if (probe instanceof Probe.Unicast unicast) {
          unicast.open(stage, camera, List.copyOf(known), ID).forEach(a -> ask(camera, probe, a));
        }
      }
    }
    List<Ask> reached = put.stream().filter(BudgetTest::reaches).toList();
    List<Ask> connections =
        reached.stream().filter(a -> a.endpoint().transport().equals("tcp")).toList();
    assertThat(put).as("asks, those that meet a closed port too").hasSizeLessThanOrEqualTo(44);
    assertThat(reached).as("requests that arrive").hasSizeLessThanOrEqualTo(30);
    assertThat(connections)
        .as("questions by TCP, several to a connection")
        .hasSizeLessThanOrEqualTo(13);
    assertThat(connections).as("the onvif calls are among them").hasSizeGreaterThan(8);
  }

  /** Every maker's search is put to every address, or says why only links hear it. */
  @Test
  void anAddressWhereNobodyIsIsAskedOnceByEachProtocolThatHasAFormForIt()
      throws ScopeRefusedException {
    Target nobody = camera();
    List<String> everywhere = new ArrayList<>();
    for (Probe probe : ProbeCatalogue.all()) {
      if (probe instanceof Probe.Unicast unicast) {
        List<Ask> knocks = unicast.open(Probe.Stage.KNOCK, nobody, List.of(), ID);
        knocks.forEach(k -> everywhere.add(probe.id().name() + " " + k.endpoint()));
        if (probe instanceof DatagramProbe && knocks.isEmpty()) {
          assertThat(probe.about().reach())
              .as(probe.id().name())
              .matches(".* \\([A-Za-z;, ]{20,}\\)");
        }
      }
    }
    assertThat(everywhere)
        .containsExactly(
            "wsd udp/3702",
            "http tcp/80",
            "http tcp/443",
            "sadp udp/37020",
            "dhip udp/37810",
            "xm udp/34569",
            "dhold udp/5050",
            "vivotek udp/10000",
            "foscam udp/10000",
            "tplink udp/20002",
            "ubiquiti udp/10001");
  }

  private static boolean reaches(Ask ask) {
    return ask.endpoint().transport().equals("udp") || OPEN.contains(ask.endpoint().port());
  }

  private void ask(Target camera, Probe probe, Ask ask) {
    put.add(ask);
    String text = reply(ask);
    if (text.isEmpty()) {
      return;
    }
    Heard.Reply reply =
        Heard.Reply.plain(
            ask, camera.address(), Instant.EPOCH, text.getBytes(StandardCharsets.UTF_8));
    Step step = probe.hear(reply);
    if (step.outcome() != Outcome.SILENT) {
      known.add(
          new Observation(
              "o" + known.size(),
              camera.address(),
              Optional.of("net"),
              probe.id(),
              ask.endpoint(),
              Optional.empty(),
              Instant.EPOCH,
              step.outcome(),
              step.facts(),
              Optional.empty()));
    }
    step.next().forEach(n -> ask(camera, probe, n.ask()));
  }

  /** A camera with WS-Discovery, web pages, RTSP and ONVIF; it answers no maker's search. */
  private static String reply(Ask ask) {
    if (ask.endpoint().equals(org.camsweep.observe.Endpoint.udp(3702))) {
      return "<Envelope><Body><ProbeMatches><ProbeMatch><XAddrs>"
          + "http://10.20.30.40/onvif/device_service</XAddrs></ProbeMatch></ProbeMatches></Body>"
          + "</Envelope>";
    }
    if (!OPEN.contains(ask.endpoint().port())) {
      return "";
    }
    boolean post = ask.fold(d -> false, e -> false, h -> h.method().equals("POST"));
    if (post) {
      return lines("HTTP/1.1 200 OK", "", "<Envelope><Body><Any/></Body></Envelope>");
    }
    return ask.fold(
        d -> "",
        e -> lines("RTSP/1.0 200 OK", "CSeq: 1", "", ""),
        h -> lines("HTTP/1.1 200 OK", "WWW-Authenticate: Digest realm=\"AXIS_02AA\"", "", "page"));
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  private static Target camera() throws ScopeRefusedException {
    Network network = Networks.paced("net", Pace.STANDARD, "10.20.30.0/24");
    return Scope.of(List.of(network), List.of()).admit(Cidr.address("10.20.30.40")).orElseThrow();
  }
}
