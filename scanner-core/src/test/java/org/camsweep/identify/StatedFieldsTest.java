package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.camsweep.observe.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "onvif.model, stated.model",
    "wsd.scope.hardware, stated.model",
    "upnp.model-number, stated.model",
    "onvif.serial, stated.serial",
    "sadp.serial, stated.serial",
    "onvif.firmware, stated.firmware",
    "sadp.software, stated.firmware",
    "onvif.manufacturer, stated.manufacturer",
    "dhip.vendor, stated.manufacturer",
    "tls.serial, ",
    "stated.model, ",
    "http.server, ",
    "http.submodel, ",
  })
  void aFieldCountsForTheOneThatItStates(String field, String stated) {
    assertThat(StatedFields.of(Field.of(field)))
        .isEqualTo(Optional.ofNullable(stated).map(Field::of));
    assertThat(ReachCheck.derived(Field.of(field)))
        .isEqualTo(Optional.ofNullable(stated).map(Field::of));
  }
}
