package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** A fragile network beside a sturdy one. */
class TwoNetworksTest {
  private final List<String> order = new ArrayList<>();

  private static Network network(String id, String block, int rate) {
    return Networks.paced(id, new Pace(rate, 1_000, 2), block);
  }

  @Test
  void theSlowOneIsNotHurriedAndHoldsTheOtherNotBack() throws Exception {
    Scope scope =
        Scope.demo(
            List.of(
                network("fragile", "127.62.0.0/26", 20),
                network("sturdy", "127.62.1.0/24", 2_000)));
    KeptSink sink =
        new KeptSink() {
          @Override
          public void done(Address a, String network, AddressOutcome o, Set<String> probes) {
            if (o == AddressOutcome.SILENT) {
              order.add(network);
            }
          }
        };
    ScanPlan plan = Plans.of(scope, 2_000, List.of(new Caller()));
    ScanEnding ending = new Scan(plan, sink, p -> {}).run();
    assertThat(ending.counters()).containsEntry("sent.datagrams", 62L + 254);
    assertThat(order).hasSize(62 + 254);
    assertThat(order.subList(0, order.lastIndexOf("sturdy")))
        .as("nearly all of the fragile one comes after the last of the sturdy one")
        .filteredOn("fragile"::equals)
        .hasSizeLessThan(31);
  }

  private static final class Caller extends NamedProbe {
    private Caller() {
      super("caller");
    }

    @Override
    public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
      return List.of(new Ask.Datagram(47_699, new byte[] {1}, Duration.ofMillis(50)));
    }
  }
}
