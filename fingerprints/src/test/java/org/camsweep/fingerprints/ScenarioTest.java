package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.fingerprint.Signature;
import org.camsweep.identify.Explanation;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Identifier;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices as they come out with the pack that ships. */
class ScenarioTest {
  private static Identifier identifier;

  @BeforeAll
  static void readThePack() throws Exception {
    identifier = new Identifier(PackReader.read(Shipped.files()));
  }

  static Stream<Scenario> scenarios() throws IOException {
    try (InputStream in = ScenarioTest.class.getResourceAsStream("scenarios.txt")) {
      byte[] bytes = Optional.ofNullable(in).orElseThrow().readAllBytes();
      return Scenario.read(new String(bytes, StandardCharsets.UTF_8)).stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void isBelieved(Scenario scenario) {
    Identification id = identifier.identify(scenario.device());
    List<String> wrong = scenario.wrong(id);
    assertThat(wrong).as(Explanation.of(id)).isEmpty();
  }

  @Test
  void thereAreAtLeastForty() throws IOException {
    assertThat(scenarios().count()).isGreaterThanOrEqualTo(40);
  }

  private static Identification of(Field field, String text) {
    Observation heard = Scenario.observation("test", List.of(Fact.of(field, text)));
    return identifier.identify(DeviceAssembler.assemble(List.of(heard)).get(0));
  }

  @Test
  void theFilterBeforeTheSignaturesHidesNone() throws Exception {
    List<String> hidden = new ArrayList<>();
    for (Signature signature : PackReader.read(Shipped.files()).signatures()) {
      for (Signature.Example example : signature.examples()) {
        Identification id = of(signature.field(), example.text());
        boolean fired =
            Stream.concat(id.evidence().stream(), id.contrary().stream())
                .anyMatch(e -> e.signature().equals(signature.id()));
        if (!fired && signature.all().isEmpty()) {
          hidden.add(signature.id() + " on '" + example.text() + "'");
        }
      }
    }
    assertThat(hidden).isEmpty();
  }

  @Test
  void noOrdinaryTextMakesACameraOrAFirmMaker() throws Exception {
    List<OrdinaryText> texts = Shipped.ordinary();
    assertThat(texts).hasSizeGreaterThanOrEqualTo(500);
    for (OrdinaryText text : texts) {
      Identification id = of(text.field(), text.text());
      assertThat(id.kind().isVideo()).as(text + "\n" + Explanation.of(id)).isFalse();
      if (text.maker().isEmpty()) {
        assertThat(id.level().isFirm() && id.kind() != DeviceKind.OTHER)
            .as(text + "\n" + Explanation.of(id))
            .isFalse();
      }
    }
  }
}
