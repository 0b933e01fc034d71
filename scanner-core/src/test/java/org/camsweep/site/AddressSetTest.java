package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressSetTest {
  private static final Cidr BLOCK = Cidr.parse("10.0.0.0/18");

  private static Network network(String... blocks) {
    return new Network(
        "s",
        "n",
        List.of(blocks).stream().map(Cidr::parse).toList(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        Pace.STANDARD,
        List.of());
  }

  /** Bursts in the order of the sweep, as long as pages, and strays out of turn, put and taken. */
  @Property(tries = 60)
  void holdsWhatWasPutAndNotTaken(
      @ForAll @Size(max = 12) List<@IntRange(min = -16_383, max = 16_383) Integer> moves) {
    Network network = network(BLOCK.toString());
    AddressSet set = new AddressSet(network, 3);
    Candidates order = Candidates.of(network, 3);
    Set<Address> truth = new HashSet<>();
    for (int move : moves) {
      for (int i = 0; i < 5_000 && order.hasNext(); i++) {
        Address next = order.next();
        assertThat(set.add(next)).isEqualTo(truth.add(next));
      }
      Address stray = BLOCK.at(BigInteger.valueOf(Math.abs(move)));
      if (move < 0) {
        set.remove(stray);
        truth.remove(stray);
      } else {
        assertThat(set.add(stray)).isEqualTo(truth.add(stray));
      }
    }
    for (int i = 0; i < 16_384; i++) {
      Address address = BLOCK.at(BigInteger.valueOf(i));
      assertThat(set.contains(address)).isEqualTo(truth.contains(address));
    }
  }

  @Test
  void wholePagesAreNotHeldAddressByAddress() {
    Network network = network("10.0.0.0/18", "10.9.0.0/30");
    AddressSet set = new AddressSet(network, 8);
    Candidates order = Candidates.of(network, 8);
    while (order.hasNext()) {
      set.add(order.next());
      assertThat(set.pagesBegun()).isLessThanOrEqualTo(1);
    }
    assertThat(set.pagesBegun()).isZero();
    set.remove(Cidr.address("10.0.0.77"));
    assertThat(set.pagesBegun()).isEqualTo(1);
    assertThat(set.contains(Cidr.address("10.0.0.77"))).isFalse();
    assertThat(set.contains(Cidr.address("10.0.0.78"))).isTrue();
  }

  @Test
  void anAddressOfNoSweptBlockIsPassedOver() {
    AddressSet set = new AddressSet(network("10.0.0.0/30", "2001:db8::/64"), 1);
    assertThat(set.takes(Cidr.address("2001:db8::1"))).isFalse();
    assertThat(set.add(Cidr.address("10.1.0.1"))).isFalse();
    assertThat(set.contains(Cidr.address("10.1.0.1"))).isFalse();
    set.remove(Cidr.address("10.1.0.1"));
    assertThat(set.pagesBegun()).isZero();
  }
}
