package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.Test;

class CoverageCountTest {
  record Ended(Address address, String network, AddressOutcome outcome) {}

  private static final List<Network> NETWORKS =
      List.of(
          network("a", "10.0.0.0/28", "10.0.0.4/30", "2001:db8::/64"), network("b", "10.1.0.0/29"));

  private static Network network(String id, String... blocks) {
    return new Network(
        "s",
        id,
        List.of(blocks).stream().map(Cidr::parse).toList(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        Pace.STANDARD,
        List.of());
  }

  @Provide
  Arbitrary<List<Ended>> endings() {
    Arbitrary<Address> addresses =
        Arbitraries.of("10.0.0.", "10.1.0.", "10.2.0.", "2001:db8::", "2001:db9::")
            .flatMap(
                start -> Arbitraries.integers().between(0, 9).map(i -> Cidr.address(start + i)));
    return Combinators.combine(
            addresses, Arbitraries.of("a", "b", "c"), Arbitraries.of(AddressOutcome.class))
        .as(Ended::new)
        .list()
        .ofMaxSize(80);
  }

  @Property
  void addsUpForAnySequenceAndTheLastOutcomeCounts(@ForAll("endings") List<Ended> endings) {
    CoverageCount count = new CoverageCount(NETWORKS);
    Map<Address, AddressOutcome> last = new HashMap<>();
    for (Ended e : endings) {
      count.add(e.address(), e.network(), e.outcome());
      boolean own = e.network().equals("a") && Cidr.parse("10.0.0.0/28").contains(e.address());
      if (own) {
        last.put(e.address(), e.outcome());
      }
    }
    Coverage.PerNetwork a = count.sums().get(0);
    assertThat(a.inScope()).isEqualTo(BigInteger.valueOf(16));
    assertThat(a.answered()).isEqualTo(of(last, AddressOutcome.ANSWERED));
    assertThat(a.present()).isEqualTo(of(last, AddressOutcome.PRESENT));
    assertThat(a.silent()).isEqualTo(of(last, AddressOutcome.SILENT));
    assertThat(a.excluded()).isEqualTo(of(last, AddressOutcome.EXCLUDED));
    assertThat(a.notAsked()).isEqualTo(16 - last.size() + of(last, AddressOutcome.NOT_ASKED));
    assertThat(a.listenedOnly()).containsExactly("2001:db8::/64");
  }

  private static long of(Map<Address, AddressOutcome> last, AddressOutcome outcome) {
    return last.values().stream().filter(o -> o == outcome).count();
  }

  @Test
  void aWholeSweepOfALargeNetworkIsCounted() {
    CoverageCount count = new CoverageCount(List.of(network("big", "10.0.0.0/16")));
    Cidr block = Cidr.parse("10.0.0.0/16");
    for (int i = 0; i < 65_536; i++) {
      count.add(block.at(BigInteger.valueOf(i)), "big", AddressOutcome.SILENT);
    }
    assertThat(count.sums().get(0).silent()).isEqualTo(65_536);
    assertThat(count.sums().get(0).notAsked()).isZero();
  }
}
