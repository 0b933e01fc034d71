package org.camsweep.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as they are typed. */
class CommandLineTargetsTest {
  private static List<String> blocks(String... words) throws ConfigException {
    return CommandLineTargets.blocks(List.of(words)).stream().map(Cidr::toString).toList();
  }

  @Test
  void readsBlocksAddressesAndRanges() throws ConfigException {
    assertThat(blocks("10.0.0.0/24")).containsExactly("10.0.0.0/24");
    assertThat(blocks("10.0.0.7")).containsExactly("10.0.0.7/32");
    assertThat(blocks("10.0.0.1-10.0.0.20"))
        .containsExactly(
            "10.0.0.1/32",
            "10.0.0.2/31",
            "10.0.0.4/30",
            "10.0.0.8/29",
            "10.0.0.16/30",
            "10.0.0.20/32");
    assertThat(blocks("fd00::1-fd00::2")).containsExactly("fd00::1/128", "fd00::2/128");
    assertThat(blocks("0.0.0.0-255.255.255.255")).containsExactly("0.0.0.0/0");
  }

  @Test
  void countsAnAddressOnce() throws ConfigException {
    assertThat(blocks("10.0.0.7", "10.0.0.0/24", "10.0.0.1-10.0.0.20", "10.0.0.0/24"))
        .containsExactly("10.0.0.0/24");
  }

  @Property(tries = 300)
  void aRangeIsExactlyItsAddresses(
      @ForAll @IntRange(max = 5000) int from, @ForAll @IntRange(max = 700) int more)
      throws ConfigException {
    Cidr all = Cidr.parse("10.0.0.0/8");
    Address first = all.at(BigInteger.valueOf(from));
    Address last = all.at(BigInteger.valueOf(from + more));
    List<Cidr> blocks =
        CommandLineTargets.blocks(List.of(first.toString() + "-" + last.toString()));
    BigInteger size = blocks.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(size).isEqualTo(BigInteger.valueOf(more + 1L));
    assertThat(blocks.get(0).base()).isEqualTo(first);
    assertThat(blocks.stream().anyMatch(b -> b.contains(last))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "camera.local, is a name, write its address",
    "localhost, is a name, write its address",
    "10.0.0.5/24, has host bits set, write 10.0.0.0/24",
    "10.0.0.1-10.0.0.0/28, mixes a range and a block, write 10.0.0.0/24",
    "10.0.0.1-20, '''20'' is not an IPv4', write 10.0.0.0/24",
    "10.0.0.9-10.0.0.1, runs backwards, write 10.0.0.1-10.0.0.9",
    "010.0.0.1, is not an IPv4, write 10.0.0.0/24",
    "'', is not an IPv4, write 10.0.0.0/24",
  })
  void refusesWhatIsNoAddress(String word, String problem, String cure) {
    assertThatThrownBy(() -> blocks(word))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("command line: ")
        .hasMessageContaining(problem)
        .hasMessageContaining("; " + cure);
  }

  @Test
  void portsAreSortedAndNeverThoseOfPrinters() throws ConfigException {
    assertThat(CommandLineTargets.ports(List.of("8080-8082", "554", "8081")))
        .containsExactly(554, 8080, 8081, 8082);
    assertThat(CommandLineTargets.ports(List.of("cameras"))).isEqualTo(Ports.CAMERAS);
    assertThatThrownBy(() -> CommandLineTargets.ports(List.of("9090-9110")))
        .hasMessageContaining("port 9100 belongs to printers");
  }

  @Test
  void defaultPortsSpeakToEachPortInOneWay() {
    assertThat(Ports.CAMERAS).hasSize(15).isSorted().contains(80, 443, 554, 8000, 37777, 34567);
    assertThat(Ports.WEB).doesNotContainAnyElementsOf(Ports.CONNECT_ONLY);
    assertThat(Ports.STREAM).doesNotContainAnyElementsOf(Ports.CONNECT_ONLY);
  }
}
