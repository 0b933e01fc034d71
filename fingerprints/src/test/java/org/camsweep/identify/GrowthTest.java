package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.GrownPack;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.fingerprint.Signature;
import org.camsweep.fingerprints.Shipped;
import org.camsweep.observe.Field;
import org.camsweep.pattern.Memory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What identification costs, counted in patterns tried, so that no clock decides. */
class GrowthTest {
  private static Pack pack;
  private static DeviceMix mix;

  @BeforeAll
  static void read() throws Exception {
    pack = PackReader.read(Shipped.files());
    mix = new DeviceMix(pack, Shipped.ordinary());
  }

  @Test
  void tenTimesTheSignaturesAreHardlyTriedMoreOften() {
    Pack ten = GrownPack.of(pack, 10);
    assertThat(ten.signatures()).hasSize(10 * pack.signatures().size());
    Identifier now = new Identifier(pack);
    Identifier grown = new Identifier(ten);
    for (UnaryOperator<String> change :
        List.<UnaryOperator<String>>of(t -> t, t -> GrownPack.text(t, 25))) {
      List<Device> devices = mix.devices(change);
      assertThat(devices).hasSizeGreaterThan(200);
      // A copy of a pattern without letters, such as ^\d+$, takes the same texts as the original.
      long more = tried(grown, devices) - tried(now, devices);
      assertThat(more / devices.size()).as("patterns more, per device").isLessThan(2);
    }
  }

  @Test
  void fewPatternsAreTriedInVain() {
    Identifier now = new Identifier(pack);
    assertThat(now.unfiltered()).as("signatures before no filter").isZero();
    List<Device> familiar = mix.devices();
    assertThat(tried(now, familiar) / familiar.size()).as("tried per device").isLessThan(10);
    List<Device> unfamiliar = mix.devices(t -> GrownPack.text(t, 25));
    assertThat(tried(now, unfamiliar)).isLessThan(tried(now, familiar) / 4);
  }

  /** The filter against RE2 itself: every signature on every example of its field. */
  @Test
  void theFilterFindsWhatRe2FindsAndLittleElse() {
    TreeMap<Field, List<Signature>> byField =
        new TreeMap<>(pack.signatures().stream().collect(Collectors.groupingBy(Signature::field)));
    long[] count = {0, 0};
    byField.forEach(
        (field, signatures) -> {
          FieldIndex index = new FieldIndex(signatures, new Memory(10_000));
          for (Signature said : signatures) {
            String text = said.examples().get(0).text();
            List<Signature> tried = index.tried(text);
            List<Signature> matching =
                signatures.stream().filter(s -> s.pattern().matcher(text).find()).toList();
            assertThat(tried).as("%s = '%s'", field, text).containsAll(matching);
            List<Signature> fired = new java.util.ArrayList<>();
            index.match(text, (s, captures) -> fired.add(s));
            assertThat(fired).as("%s = '%s'", field, text).isEqualTo(matching);
            count[0] += matching.size();
            count[1] += tried.size();
          }
        });
    assertThat(count[1]).as("tried, of which %s match", count[0]).isLessThan(count[0] * 21 / 20);
  }

  private static long tried(Identifier identifier, List<Device> devices) {
    return devices.stream().mapToLong(identifier::tried).sum();
  }
}
