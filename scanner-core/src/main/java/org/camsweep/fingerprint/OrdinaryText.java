package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;

/**
 * Something that a device which is no camera says: no signature may take it for a camera's words.
 *
 * @param maker id of the maker that a signature may name, when the text is its own device's
 */
public record OrdinaryText(Field field, String text, Optional<String> maker) {
  /**
   * Reads lines of field, tab, text, and perhaps tab and maker; lines that start with {@code #} are
   * remarks; {@code \n} in a text stands for a line break.
   */
  public static List<OrdinaryText> read(String name, String lines) throws ConfigException {
    List<OrdinaryText> texts = new ArrayList<>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> columns = List.of(line.split("\t", -1));
      if (columns.size() < 2 || columns.size() > 3 || columns.get(1).isEmpty()) {
        throw new ConfigException(
            name, number, "not field, tab, text", "write for example 'http.server<tab>Apache'");
      }
      try {
        texts.add(
            new OrdinaryText(
                Field.of(columns.get(0)),
                columns.get(1).replace("\\n", "\n"),
                columns.size() == 3 ? Optional.of(columns.get(2)) : Optional.empty()));
      } catch (IllegalArgumentException e) {
        throw new ConfigException(
            name, number, "'" + columns.get(0) + "' is not a field", "write it as http.server");
      }
    }
    return texts;
  }

  /** Whether a signature that matches the text says no more than what is true of it. */
  boolean bears(Signature signature) {
    boolean video = signature.device().filter(DeviceKind::isVideo).isPresent();
    boolean other = signature.device().filter(k -> k == DeviceKind.OTHER).isPresent();
    boolean trueMaker = signature.maker().isEmpty() || signature.maker().equals(maker);
    return !video && (other || trueMaker);
  }
}
