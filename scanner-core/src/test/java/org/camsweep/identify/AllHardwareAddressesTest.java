package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.fingerprint.Registrant;
import org.junit.jupiter.api.Test;

/** All hardware addresses of a device, with where each comes from and who registered its block. */
class AllHardwareAddressesTest {
  private static final Pack PACK = new PackText().registry("Large Co\t001122\n").read();

  private static List<HardwareAddress> of(String... lines) {
    return HardwareAddress.of(Heard.device(lines), PACK);
  }

  @Test
  void eachIsToldOnceWithAllFieldsThatStateIt() {
    List<HardwareAddress> all =
        of(
            "sadp.mac = 00-11-22-00-00-02",
            "neighbour.mac = 00:11:22:00:00:02",
            "onvif.mac = 00:33:44:00:00:01");
    assertThat(all)
        .extracting(a -> a.mac().text() + " " + a.sources())
        .containsExactly(
            "00:11:22:00:00:02 [neighbour table, sadp.mac]", "00:33:44:00:00:01 [onvif.mac]");
    assertThat(all.get(0).registrant()).map(Registrant::name).contains("Large Co");
    assertThat(all.get(0).dated()).contains("2026-08-26");
    assertThat(all.get(1).registrant()).isEmpty();
    assertThat(all.get(1).dated()).as("no list names it").isEqualTo(Optional.empty());
  }

  @Test
  void anAnnouncedOneIsReadFromItsOwnRecordOnly() {
    assertThat(of("mdns.txt = macaddress=001122000003"))
        .extracting(a -> a.mac().text() + " " + a.sources())
        .containsExactly("00:11:22:00:00:03 [mdns.txt]");
    assertThat(of("mdns.txt = note=001122000003")).isEmpty();
    assertThat(of("mdns.txt = 001122000003")).isEmpty();
    assertThat(of("http.title = 00:11:22:00:00:03")).isEmpty();
    assertThat(of("onvif.mac = not one")).isEmpty();
  }

  @Test
  void aMadeUpOneSaysSo() {
    assertThat(of("onvif.mac = 02:11:22:00:00:01").get(0).locallyAdministered()).isTrue();
    assertThat(of("onvif.mac = 00:11:22:00:00:01").get(0).locallyAdministered()).isFalse();
  }

  @Test
  void sixteenAreToldAndMoreAreSaidToBeCut() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < HardwareAddress.MAX; i++) {
      lines.add("onvif.mac = 00:11:22:00:00:%02x".formatted(i));
      lines.add("sadp.mac = 00:11:22:00:00:%02x".formatted(i));
    }
    assertThat(HardwareAddress.of(Heard.device(lines), PACK)).hasSize(HardwareAddress.MAX);
    assertThat(HardwareAddress.isCut(Heard.device(lines))).isFalse();
    lines.add("onvif.mac = 00:11:22:00:00:ff");
    assertThat(HardwareAddress.of(Heard.device(lines), PACK)).hasSize(HardwareAddress.MAX);
    assertThat(HardwareAddress.isCut(Heard.device(lines))).isTrue();
    assertThat(new Identifier(PACK).limits(Heard.device(lines), unknown()))
        .containsExactly("hardware addresses that one device states (16)");
  }

  private static Identification unknown() {
    return new Identifier(PACK).identify(Heard.device());
  }
}
