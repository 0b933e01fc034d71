package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.GrownPack;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.fingerprint.Signature;
import org.camsweep.fingerprints.Shipped;
import org.junit.jupiter.api.Test;

/** What identification costs, counted in patterns tried, so that no clock decides. */
class GrowthTest {
  @Test
  void tenTimesTheSignaturesAreNotTriedTenTimesAsOften() throws Exception {
    Pack pack = PackReader.read(Shipped.files());
    List<Device> devices = new DeviceMix(pack, Shipped.ordinary()).devices();
    assertThat(devices).hasSizeGreaterThan(200);
    long now = tried(new Identifier(pack), devices);
    Pack ten = GrownPack.of(pack, 10);
    assertThat(ten.signatures()).hasSize(10 * pack.signatures().size());
    long grown = tried(new Identifier(ten), devices);
    System.out.printf(
        "patterns tried on %d devices: %d, of ten times: %d%n", devices.size(), now, grown);
    assertThat(grown).as("patterns tried, of ten times as many").isLessThan(now * 5);
    assertThat(now / devices.size()).as("patterns tried per device").isLessThan(30);
  }

  @Test
  void noFilterHidesAnExampleFromItsSignature() throws Exception {
    for (Signature signature : PackReader.read(Shipped.files()).signatures()) {
      FieldIndex alone = new FieldIndex(List.of(signature));
      for (Signature.Example example : signature.examples()) {
        List<Signature> tried = new ArrayList<>();
        alone.candidates(example.text(), example.text().length(), tried::add);
        assertThat(tried).as("%s on '%s'", signature.id(), example.text()).hasSize(1);
      }
    }
  }

  private static long tried(Identifier identifier, List<Device> devices) {
    return devices.stream().mapToLong(identifier::tried).sum();
  }
}
