package org.camsweep.identify;

import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Field;

/**
 * Which fields are a device's own word for its model, serial number, firmware or manufacturer; a
 * signature on {@code stated.model} sees all of the first kind.
 */
final class StatedFields {
  static final Field MODEL = Field.of("stated.model");
  static final Field SERIAL = Field.of("stated.serial");
  static final Field FIRMWARE = Field.of("stated.firmware");
  static final Field MANUFACTURER = Field.of("stated.manufacturer");

  private static final Map<String, Field> BY_NAME =
      Map.ofEntries(
          Map.entry("sadp.description", MODEL),
          Map.entry("dhip.device-type", MODEL),
          Map.entry("wsd.scope.hardware", MODEL),
          Map.entry("onvif.scope.hardware", MODEL),
          Map.entry("upnp.model-name", MODEL),
          Map.entry("upnp.model-number", MODEL),
          Map.entry("sadp.software", FIRMWARE),
          Map.entry("dhip.version", FIRMWARE),
          Map.entry("dhip.vendor", MANUFACTURER));
  private static final Map<String, Field> BY_ENDING =
      Map.of("model", MODEL, "serial", SERIAL, "firmware", FIRMWARE, "manufacturer", MANUFACTURER);

  private StatedFields() {}

  /** The derived field that a fact of this field also counts for. */
  static Optional<Field> of(Field field) {
    String name = field.name();
    if (name.equals("tls.serial") || name.startsWith("stated.")) {
      return Optional.empty();
    }
    Optional<Field> known = Optional.ofNullable(BY_NAME.get(name));
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return known.isPresent() ? known : Optional.ofNullable(BY_ENDING.get(ending));
  }
}
