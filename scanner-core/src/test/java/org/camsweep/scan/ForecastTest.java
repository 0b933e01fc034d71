package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camsweep.net.Budget;
import org.camsweep.net.Routes;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.report.CoverageCount;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.ReportBuilder;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What is foretold, held against what is then sent, and against the limits of the pacer. */
class ForecastTest {
  /** Everything that is not loopback is behind 10.0.0.1; nothing is on a link. */
  private static final Routes ONE_ROUTER =
      Routes.read(
          """
          Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
          eth0 00000000 0100000A 0003 0 0 0 00000000 0 0 0
          """);

  private static final List<Integer> PORTS = List.of(47_681, 47_682, 47_683, 47_684);

  private static Network network(String id, String block, Pace pace) {
    return Networks.paced(id, pace, block);
  }

  private static ScanPlan plan(Scope scope, Probe probe, boolean thorough) {
    int rate = scope.networks().stream().mapToInt(n -> n.pace().rate()).max().orElseThrow();
    return new ScanPlan(
        scope, List.of(probe), rate, 3, Set.of(), thorough, "test", Optional.empty());
  }

  private static ScanPlan loopback(Probe probe, boolean thorough) throws Exception {
    Pace pace = new Pace(5_000, 1_000, 4);
    return plan(Scope.demo(List.of(network("n", "127.66.0.0/25", pace))), probe, thorough);
  }

  private static Map<String, Long> sent(ScanPlan plan) {
    return new Scan(plan, new KeptSink(), p -> {}).run().counters();
  }

  @Test
  void silenceIsForetoldToThePacket() throws Exception {
    ScanPlan plan = loopback(new Asker(3, 0), false);
    Forecast forecast = Forecast.of(plan, Routes.here(), Expectation.of(0));
    assertThat(forecast.packets()).isEqualTo(126 * 3);
    assertThat(sent(plan)).containsEntry("sent.packets", 126L * 3);
  }

  @Test
  void aThoroughScanIsForetoldToThePacket() throws Exception {
    ScanPlan plan = loopback(new Asker(3, 0), true);
    Forecast forecast = Forecast.of(plan, Routes.here(), Expectation.of(0));
    assertThat(forecast.packets()).isEqualTo(126 * (3 + 2 + 1));
    assertThat(sent(plan)).containsEntry("sent.packets", 126L * (3 + 2 + 1));
  }

  /** On loopback every address refuses, which is a sign of life: all are asked everything. */
  @Test
  void anEarlierResultTellsWhatDevicesTake() throws Exception {
    ScanPlan plan = loopback(new Asker(2, 3), false);
    long sent = sent(plan).get("sent.packets");
    Report earlier = report(plan.scope(), 126, sent);
    Forecast forecast = Forecast.after(earlier, plan, Routes.here());
    assertThat(forecast.devices()).isEqualTo(126);
    assertThat((double) forecast.packets() / sent).isBetween(0.99, 1.01);
    assertThat(forecast.parts().get(0).deviceEach()).isEqualTo(Math.round(sent / 126.0));
  }

  @Test
  void aCounterThatCannotBeOfAWholeScanIsNotBelieved() throws Exception {
    ScanPlan plan = loopback(new Asker(2, 3), false);
    Forecast forecast = Forecast.after(report(plan.scope(), 126, 12), plan, Routes.here());
    assertThat(forecast.packets()).isGreaterThan(126 * 5);
  }

  private static Report report(Scope scope, int living, long packets) {
    CoverageCount count = new CoverageCount(scope.networks());
    for (int i = 1; i <= living; i++) {
      count.add(Cidr.address("127.66.0." + i), "n", AddressOutcome.ANSWERED);
    }
    Provenance provenance =
        new Provenance(
            "earlier",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of(),
            "test",
            "pack",
            "2026-01-01",
            List.of(),
            Map.of("sent.packets", packets),
            List.of());
    return new ReportBuilder(scope.networks()).build(count, true, provenance);
  }

  @Test
  void theSlowestNetworkIsTheClock() throws Exception {
    Scope scope =
        Scope.of(
            List.of(
                network("slow", "10.1.0.0/24", new Pace(50, 40, 2)),
                network("quick", "10.2.0.0/24", new Pace(1_000, 40, 2))),
            List.of());
    Forecast forecast =
        Forecast.of(plan(scope, new Asker(5, 0), false), ONE_ROUTER, Expectation.of(0));
    assertThat(forecast.sending().seconds()).isCloseTo(254 * 5 / 50.0, within(0.01));
    assertThat(forecast.sending().limit()).isEqualTo(Budget.Limit.NETWORK);
    assertThat(forecast.seconds()).isBetween(25.4, 28.0);
  }

  @Test
  void oneRouterCarriesNoMoreThanItsFlows() throws Exception {
    Network fast = network("n", "10.0.0.0/16", new Pace(20_000, 40, 2));
    Scope scope = Scope.of(List.of(fast), List.of());
    Forecast forecast =
        Forecast.of(plan(scope, new Asker(5, 0), false), ONE_ROUTER, Expectation.of(0));
    assertThat(forecast.sending().limit()).isEqualTo(Budget.Limit.ROUTER);
    assertThat(forecast.sending().seconds()).isCloseTo(65_534 * 5 / 5_000.0, within(0.1));
    assertThat(RouterCap.remarks(scope, 20_000, ONE_ROUTER))
        .containsExactly(
            "network n: its rate is 20,000 packets/s, but the router on the way is not asked to"
                + " carry more than 5,000 new connections and searches a second");
    assertThat(RouterCap.remarks(scope, 5_000, ONE_ROUTER)).isEmpty();
    Routes onLink =
        Routes.read("Iface Destination\neth0 0000000A 00000000 0001 0 0 0 0000FFFF 0 0 0");
    assertThat(RouterCap.remarks(scope, 20_000, onLink)).isEmpty();
    Network wide = network("w", "10.0.0.0/14", new Pace(20_000, 40, 2));
    Routes four =
        Routes.read(
            """
            Iface Destination
            eth0 0000000A 0100000A 0003 0 0 0 0000FFFF 0 0 0
            eth0 0000010A 0200000A 0003 0 0 0 0000FFFF 0 0 0
            eth0 0000020A 0300000A 0003 0 0 0 0000FFFF 0 0 0
            eth0 0000030A 0400000A 0003 0 0 0 0000FFFF 0 0 0
            """);
    assertThat(RouterCap.remarks(Scope.of(List.of(wide), List.of()), 20_000, four)).isEmpty();
  }

  @Test
  void oneAddressInTenIsAssumedToAnswerAndAskedFurther() throws Exception {
    Scope scope = Scope.of(List.of(network("n", "10.1.0.0/24", Pace.STANDARD)), List.of());
    ScanPlan plan = plan(scope, new Asker(5, 4), false);
    Forecast assumed = Forecast.of(plan, ONE_ROUTER, Expectation.assumed());
    Forecast none = Forecast.of(plan, ONE_ROUTER, Expectation.of(0));
    assertThat(assumed.devices()).isEqualTo(26);
    assertThat(assumed.packets()).isGreaterThan(none.packets() + 26 * 4);
    assertThat(assumed.seconds()).isGreaterThan(none.seconds());
    Forecast more = Forecast.of(plan, ONE_ROUTER, Expectation.of(9_000));
    assertThat(more.devices()).as("no more than there are addresses").isEqualTo(254);
  }

  /** A gentle host's own pace is the last thing that a scan waits for. */
  @Test
  void oneDevicesOwnPaceIsWaitedFor() throws Exception {
    Scope scope = Scope.of(List.of(network("n", "10.1.0.1/32", Pace.GENTLE)), List.of());
    Forecast forecast =
        Forecast.of(plan(scope, new Asker(5, 4), false), ONE_ROUTER, Expectation.of(1));
    assertThat(forecast.seconds()).isGreaterThan(forecast.packets() / 5.0);
  }

  /** Datagrams first, then connections to ports where nobody is, then one datagram. */
  private static final class Asker extends NamedProbe {
    private final int datagrams;
    private final int connects;

    private Asker(int datagrams, int connects) {
      super("asker");
      this.datagrams = datagrams;
      this.connects = connects;
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      return switch (stage) {
        case KNOCK -> {
          List<Ask> asks = new ArrayList<>(datagrams(datagrams));
          if (connects > 0) {
            asks.add(connect(PORTS.get(0)));
          }
          yield asks;
        }
        case ASK -> {
          List<Ask> asks = new ArrayList<>(datagrams(2));
          for (int i = 1; i < connects; i++) {
            asks.add(connect(PORTS.get(i)));
          }
          yield asks;
        }
        case INTERVIEW -> datagrams(1);
      };
    }

    private static List<Ask> datagrams(int n) {
      List<Ask> asks = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        asks.add(new Ask.Datagram(47_690 + i, new byte[] {1}, Duration.ofMillis(50)));
      }
      return asks;
    }

    private static Ask connect(int port) {
      return new Ask.Exchange(
          port, false, new byte[0], Framing.toClose(), 64, Duration.ofMillis(250));
    }
  }
}
