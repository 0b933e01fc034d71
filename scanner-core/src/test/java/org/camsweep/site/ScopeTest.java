package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  static Network network(String id, List<String> cidrs, List<String> exclusions) {
    return new Network(
        "site",
        id,
        cidrs.stream().map(Cidr::parse).toList(),
        exclusions.stream().map(Cidr::parse).toList(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        Pace.STANDARD,
        List.of());
  }

  private static Scope scope(String... cidrs) throws ScopeRefusedException {
    return Scope.of(List.of(network("n", List.of(cidrs), List.of())), List.of());
  }

  private static Address at(String text) {
    return Cidr.address(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.0/24",
        "0.0.0.0/0",
        "127.0.0.0/8",
        "127.0.0.1/32",
        "224.0.0.0/24",
        "239.255.255.250/32",
        "255.255.255.255/32",
        "240.0.0.0/8",
        "0.0.0.0/32",
        "100.64.0.0/10",
        "10.0.0.0/7",
        "::1/128",
        "::/0",
        "ff02::/16",
        "2001:4860::/32"
      })
  void refusesWhatIsNotASitesOwn(String cidr) {
    Cidr block = cidr.equals("10.0.0.0/7") ? Cidr.parse("10.0.0.0/7") : Cidr.parse(cidr);
    assertThatThrownBy(() -> scope(block.toString())).isInstanceOf(ScopeRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.7.0/24",
        "169.254.0.0/16",
        "fd00::/8",
        "fe80::/64"
      })
  void acceptsPrivateRanges(String cidr) throws Exception {
    assertThat(scope(cidr).networks()).hasSize(1);
  }

  @Test
  void publicBlocksNeedTheirName() throws Exception {
    Network n = network("n", List.of("8.8.8.0/28"), List.of());
    Scope scope = Scope.of(List.of(n), List.of(Cidr.parse("8.8.8.0/24")));
    assertThat(scope.admit(at("8.8.8.4"))).isPresent();
    assertThatThrownBy(() -> Scope.of(List.of(n), List.of(Cidr.parse("8.8.8.0/29"))))
        .isInstanceOf(ScopeRefusedException.class)
        .hasMessageContaining("--allow-public");
  }

  @Test
  void saysWhyAnAddressIsNotAdmitted() throws Exception {
    Scope scope =
        Scope.of(List.of(network("n", List.of("10.1.0.0/24"), List.of("10.1.0.9"))), List.of());
    assertThat(scope.refusal(at("10.1.0.7"))).isEmpty();
    assertThat(scope.refusal(at("10.1.0.9"))).contains(Refusal.EXCLUDED);
    assertThat(scope.refusal(at("10.1.0.0"))).contains(Refusal.NOT_A_HOST);
    assertThat(scope.refusal(at("10.1.0.255"))).contains(Refusal.NOT_A_HOST);
    assertThat(scope.refusal(at("10.2.0.1"))).contains(Refusal.OUT_OF_SCOPE);
    assertThat(scope.refusal(at("127.0.0.1"))).contains(Refusal.LOOPBACK);
    assertThat(scope.refusal(at("239.255.255.250"))).contains(Refusal.NOT_A_HOST);
    assertThat(scope.refusal(at("255.255.255.255"))).contains(Refusal.NOT_A_HOST);
  }

  @Test
  void theDemoReachesLoopbackOnly() throws Exception {
    Scope demo = Scope.demo(List.of(network("n", List.of("127.77.0.0/28"), List.of())));
    assertThat(demo.admit(at("127.77.0.3"))).isPresent();
    assertThat(demo.admit(at("127.78.0.3"))).isEmpty();
    assertThat(demo.admit(at("10.0.0.1"))).isEmpty();
    assertThatThrownBy(() -> Scope.demo(List.of(network("n", List.of("10.0.0.0/28"), List.of()))))
        .isInstanceOf(ScopeRefusedException.class);
    assertThatThrownBy(() -> Scope.demo(List.of(network("n", List.of("0.0.0.0/0"), List.of()))))
        .isInstanceOf(ScopeRefusedException.class);
  }

  @Test
  void asksALinkOnlyWhereTheScopeIsOnIt() throws Exception {
    Scope scope = scope("10.1.0.16/28");
    assertThat(scope.admitsLink(List.of(Cidr.parse("10.1.0.0/24")))).isTrue();
    assertThat(scope.admitsLink(List.of(Cidr.parse("10.2.0.0/24")))).isFalse();
  }

  @Test
  void largeBlocksAreListenedToNotSwept() throws Exception {
    Scope scope = scope("fd00::/64", "10.0.0.0/30");
    assertThat(scope.listenedBlocks()).containsExactly(Cidr.parse("fd00::/64"));
    assertThat(scope.sweptSize()).isEqualTo(4);
    assertThat(scope.admit(at("fd00::77"))).isPresent();
  }

  @Property(tries = 60)
  void everyCandidateComesOnceWhateverTheSeed(
      @ForAll @IntRange(min = 20, max = 30) int prefix, @ForAll long seed) throws Exception {
    Scope scope = scope("10.0.0.0/" + prefix, "192.168.1.0/31", "fd00::/120");
    Candidates candidates = scope.candidates(seed);
    Set<Address> seen = new HashSet<>();
    while (candidates.hasNext()) {
      assertThat(seen.add(candidates.next())).isTrue();
    }
    assertThat(seen).hasSize((int) scope.sweptSize());
  }

  @Property(tries = 200)
  void placeOfIsTheInverse(
      @ForAll @LongRange(min = 1, max = 1L << 40) long n,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = (1L << 40) - 1) long any) {
    Permutation order = new Permutation(n, seed);
    long index = any % n;
    assertThat(order.at(index)).isBetween(0L, n - 1);
    assertThat(order.placeOf(order.at(index))).isEqualTo(index);
  }

  @Test
  void passedFollowsTheOrder() throws Exception {
    Candidates candidates = scope("10.0.0.0/24").candidates(7);
    List<Address> given = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      given.add(candidates.next());
    }
    assertThat(given).allMatch(candidates::passed);
    assertThat(Stream.generate(candidates::next).limit(156).toList())
        .hasSize(156)
        .doesNotContainAnyElementsOf(given);
    assertThat(candidates.passed(at("10.0.1.0"))).isFalse();
  }

  @Test
  void neighboursAreNotAskedTogether() throws Exception {
    Candidates candidates = scope("10.0.0.0/16").candidates(3);
    int close = 0;
    Address last = candidates.next();
    for (int i = 0; i < 1_000; i++) {
      Address next = candidates.next();
      close += next.bytes()[2] == last.bytes()[2] ? 1 : 0;
      last = next;
    }
    assertThat(close).as("steps within one /24 of 256").isLessThan(20);
  }
}
