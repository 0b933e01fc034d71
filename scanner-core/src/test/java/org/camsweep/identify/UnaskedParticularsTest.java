package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.observe.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Label, model, serial number and firmware of a device in whose name another machine speaks. */
class UnaskedParticularsTest {
  private static final Pack PACK =
      new PackText()
          .maker(
              "acme",
              "signatures:\n"
                  + Words.signature("acme-a", "platform", "http.server", "^acme$")
                  + Words.signature("acme-m", "platform", "http.server", "^model (?P<model>.+)")
                  + Words.signature("acme-s", "platform", "http.server", "^serial (?P<serial>.+)")
                  + Words.signature("acme-f", "platform", "http.server", "^fw (?P<firmware>.+)"))
          .file(
              "generic/any.yaml",
              "signatures:\n"
                  + Words.signature("any-b", "brand", "http.server", "^label (?P<brand>.+)"))
          .read();

  private static Observation said(String id, String word) {
    return Heard.observation(id, "192.0.2.7", "http.server", word);
  }

  private static Identification believed(Observation... words) {
    Identification id =
        new Identifier(PACK).identify(DeviceAssembler.assemble(List.of(words)).get(0));
    assertThat(id.level()).as(id.rule()).isEqualTo(Level.CONFIRMED);
    assertThat(id.maker().map(Maker::id)).contains("acme");
    return id;
  }

  private static Optional<String> of(String particular, Identification id) {
    return switch (particular) {
      case "label" -> id.brand();
      case "model" -> id.model();
      case "serial" -> id.serial();
      default -> id.firmware();
    };
  }

  /** By itself the earlier word would be taken of two that weigh the same. */
  @ParameterizedTest
  @ValueSource(strings = {"label", "model", "serial", "fw"})
  void whatTheDeviceSaysStands(String particular) {
    Observation acme = said("o1", "acme");
    Observation own = said("o2", particular + " Zeta");
    Observation other = said("o3", particular + " Beta");
    assertThat(of(particular, believed(acme, own, other))).contains("Beta");
    assertThat(of(particular, believed(acme, own, Heard.unasked(other)))).contains("Zeta");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label", "model", "serial", "fw"})
  void whatItDoesNotSayIsAdded(String particular) {
    Observation more = Heard.unasked(said("o2", particular + " Beta"));
    assertThat(of(particular, believed(said("o1", "acme"), more))).contains("Beta");
  }
}
