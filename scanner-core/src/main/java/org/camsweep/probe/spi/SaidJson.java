package org.camsweep.probe.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as devices send it, flattened to paths and texts. It begins at the first brace and ends with
 * its own end; what is no JSON is searched for keys and plain values, so that a broken reply still
 * says its model. At most {@value #MAX_VALUES} values, {@value #MAX_DEPTH} levels.
 */
public final class SaidJson {
  static final int MAX_VALUES = 2_000;
  static final int MAX_DEPTH = 32;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(65_536)
                  .maxNumberLength(100)
                  .build())
          .build();
  private static final Pattern PAIR =
      Pattern.compile(
          "\"([^\"\\\\]{1,80})\"\\s{0,8}:\\s{0,8}(?:\"([^\"]{0,2000})\"|([-0-9.]{1,40}|true|false))");

  private record Value(String path, String text) {}

  private final List<Value> values = new ArrayList<>();
  private final Cuts cuts = new Cuts();
  private final boolean broken;

  private SaidJson(byte[] bytes) {
    String text = SaidText.decode(bytes);
    int start = text.indexOf('{');
    boolean whole = start >= 0;
    if (whole) {
      try (JsonParser parser = FACTORY.createParser(text.substring(start))) {
        parser.nextToken();
        value(parser, "");
      } catch (StreamConstraintsException e) {
        cuts.at("levels of JSON", MAX_DEPTH);
        whole = false;
      } catch (IOException e) {
        whole = false;
      }
    }
    broken = !whole;
    if (broken) {
      search(text);
    }
  }

  public static SaidJson read(byte[] bytes) {
    return new SaidJson(bytes);
  }

  /** The value at a path such as {@code params/deviceInfo/Vendor}. */
  public Optional<String> at(String path) {
    return values.stream().filter(v -> v.path().equals(path)).map(Value::text).findFirst();
  }

  /** The first value whose key is this, at any depth, without case. */
  public Optional<String> named(String key) {
    String end = "/" + key.toLowerCase(Locale.ROOT);
    return values.stream()
        .filter(v -> ("/" + v.path()).toLowerCase(Locale.ROOT).endsWith(end))
        .map(Value::text)
        .filter(t -> !t.isBlank())
        .findFirst();
  }

  /** Limits that were met in reading. */
  public List<String> cut() {
    return cuts.named();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether the text was no JSON to its end and was searched instead. */
  public boolean isBroken() {
    return broken;
  }

  private void value(JsonParser parser, String path) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        value(parser, path.isEmpty() ? name : path + "/" + name);
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        value(parser, path);
      }
    } else if (token != null && token.isScalarValue() && hasRoom(values)) {
      values.add(new Value(cut(path), parser.getText()));
    }
  }

  private boolean hasRoom(List<Value> among) {
    if (among.size() >= MAX_VALUES) {
      cuts.at("values of JSON", MAX_VALUES);
    }
    return among.size() < MAX_VALUES;
  }

  private static String cut(String path) {
    return path.length() > 500 ? path.substring(0, 500) : path;
  }

  private void search(String text) {
    Matcher pair = PAIR.matcher(text);
    List<Value> found = new ArrayList<>();
    while (pair.find() && hasRoom(found)) {
      String said = pair.group(2) != null ? pair.group(2) : pair.group(3);
      found.add(new Value(pair.group(1), said));
    }
    Collections.addAll(values, found.toArray(new Value[0]));
  }
}
