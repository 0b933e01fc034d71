package org.camsweep.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) without interpreting it; every value keeps its line. Bounded in depth (64)
 * and in size; a key written twice is an error.
 */
public final class StrictJson {
  /** The longest document, in bytes. */
  public static final int MAX_BYTES = 512 * 1024 * 1024;

  private static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(8 * 1024 * 1024)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private StrictJson() {}

  /** Reads a file of one document; one that cannot be read is a {@link ConfigException} too. */
  public static JsonValue read(Path path) throws ConfigException {
    String name = path.toString();
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new ConfigException(name, 0, "larger than 512 MiB", "split it");
      }
      try (InputStream in = Files.newInputStream(path);
          JsonParser parser = FACTORY.createParser(in)) {
        return document(name, 1, parser);
      }
    } catch (IOException e) {
      String why = Files.exists(path) ? "cannot be read" : "does not exist";
      throw new ConfigException(name, 0, why, "check the path and its permissions");
    }
  }

  /**
   * Reads one document that is the whole of a text.
   *
   * @param line the line at which the text starts in its file
   */
  public static JsonValue read(String name, int line, String text) throws ConfigException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return document(name, line, parser);
    } catch (IOException e) {
      throw new ConfigException(name, line, "cannot be read", "check the file");
    }
  }

  private static JsonValue document(String name, int firstLine, JsonParser parser)
      throws ConfigException, IOException {
    Place place = new Place(name, firstLine, parser);
    try {
      if (parser.nextToken() == null) {
        throw new ConfigException(name, firstLine, "the document is empty", "write a JSON object");
      }
      JsonValue value = value(place, "");
      if (parser.nextToken() != null) {
        throw new ConfigException(
            name, place.line(), "something follows the document", "remove it");
      }
      return value;
    } catch (JsonProcessingException e) {
      int line = Optional.ofNullable(e.getLocation()).map(l -> l.getLineNr()).orElse(1);
      throw new ConfigException(
          name,
          firstLine - 1 + Math.max(1, line),
          "not JSON: " + oneLine(e.getOriginalMessage()),
          "check quotes, commas and brackets");
    }
  }

  private record Place(String file, int firstLine, JsonParser parser) {
    int line() {
      return firstLine - 1 + parser.currentTokenLocation().getLineNr();
    }
  }

  private static JsonValue value(Place place, String path) throws IOException {
    JsonParser parser = place.parser();
    int line = place.line();
    JsonToken token = parser.currentToken();
    Object content =
        switch (token) {
          case START_OBJECT -> members(place, path);
          case START_ARRAY -> items(place, path);
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(parser.getText());
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> null;
        };
    return new JsonValue(place.file(), line, path, content);
  }

  private static Map<String, JsonValue> members(Place place, String path) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (place.parser().nextToken() != JsonToken.END_OBJECT) {
      String key = place.parser().currentName();
      place.parser().nextToken();
      members.put(key, value(place, path.isEmpty() ? key : path + "." + key));
    }
    return Collections.unmodifiableMap(members);
  }

  private static List<JsonValue> items(Place place, String path) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (place.parser().nextToken() != JsonToken.END_ARRAY) {
      items.add(value(place, path + "[" + items.size() + "]"));
    }
    return Collections.unmodifiableList(items);
  }

  private static String oneLine(String message) {
    String first = message.lines().findFirst().orElse("");
    String safe = first.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    return safe.length() <= 160 ? safe : safe.substring(0, 160) + "…";
  }
}
