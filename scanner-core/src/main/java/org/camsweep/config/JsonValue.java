package org.camsweep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One value of a JSON document with the place it stands at. A member whose value is null counts as
 * absent. Made by {@link StrictJson}.
 */
public final class JsonValue {
  /** A number as it was written. */
  record Digits(String text) {}

  private final String file;
  private final int line;
  private final String path;

  /** A String, Digits, Boolean, List or Map of values, or null. */
  private final Object content;

  JsonValue(String file, int line, String path, Object content) {
    this.file = file;
    this.line = line;
    this.path = path;
    this.content = content;
  }

  public String file() {
    return file;
  }

  /** 1-based line at which the value starts. */
  public int line() {
    return line;
  }

  /** A failure at this value's line. */
  public ConfigException wrong(String problem, String cure) {
    return new ConfigException(file, line, problem, cure);
  }

  public boolean isNull() {
    return content == null;
  }

  public boolean isList() {
    return content instanceof List<?>;
  }

  /** This object, after checking that it has no key but {@code allowed} and {@code x-} keys. */
  public JsonValue object(Set<String> allowed) throws ConfigException {
    for (Map.Entry<String, JsonValue> member : members().entrySet()) {
      if (!allowed.contains(member.getKey()) && !member.getKey().startsWith("x-")) {
        throw member
            .getValue()
            .wrong(
                "unknown key '" + shown(member.getKey()) + "'" + at(),
                "use one of: " + String.join(", ", new TreeSet<>(allowed)) + "; or 'x-…'");
      }
    }
    return this;
  }

  /** The object's members in the order written, whatever their keys. */
  public Map<String, JsonValue> members() throws ConfigException {
    if (!(content instanceof Map<?, ?>)) {
      throw wrong("expected an object" + at(), "write {\"key\": value} here");
    }
    @SuppressWarnings("unchecked") // StrictJson makes no other maps
    Map<String, JsonValue> members = (Map<String, JsonValue>) content;
    return members;
  }

  public Optional<JsonValue> get(String key) throws ConfigException {
    return Optional.ofNullable(members().get(key)).filter(v -> !v.isNull());
  }

  /** The value under {@code key}, which must be there. */
  public JsonValue need(String key) throws ConfigException {
    Optional<JsonValue> value = get(key);
    if (value.isEmpty()) {
      throw wrong("'" + key + "' is missing" + at(), "add \"" + key + "\"");
    }
    return value.get();
  }

  /** The text under {@code key}, if the key is there. */
  public Optional<String> text(String key) throws ConfigException {
    Optional<JsonValue> value = get(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
  }

  /** The texts under {@code key}; none if the key is absent. */
  public List<String> texts(String key) throws ConfigException {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : list(key)) {
      texts.add(item.text());
    }
    return List.copyOf(texts);
  }

  /** The values under {@code key}; none if the key is absent. */
  public List<JsonValue> list(String key) throws ConfigException {
    Optional<JsonValue> value = get(key);
    return value.isEmpty() ? List.of() : value.get().list();
  }

  public boolean bool(String key, boolean otherwise) throws ConfigException {
    Optional<JsonValue> value = get(key);
    return value.isEmpty() ? otherwise : value.get().bool();
  }

  /** The string's text, which may be empty. */
  public String text() throws ConfigException {
    if (content instanceof String text) {
      return text;
    }
    throw wrong("expected a text" + at(), "write it in double quotes");
  }

  /** The text of a string, number or truth value. */
  public String scalar() throws ConfigException {
    if (content instanceof Digits || content instanceof Boolean) {
      return content instanceof Digits digits ? digits.text() : content.toString();
    }
    return text();
  }

  public List<JsonValue> list() throws ConfigException {
    if (!(content instanceof List<?>)) {
      throw wrong("expected a list" + at(), "write [ … ] here");
    }
    @SuppressWarnings("unchecked") // StrictJson makes no other lists
    List<JsonValue> values = (List<JsonValue>) content;
    return values;
  }

  public boolean bool() throws ConfigException {
    if (content instanceof Boolean truth) {
      return truth;
    }
    throw wrong("expected true or false" + at(), "write it without quotes");
  }

  /** A whole number from {@code min} to {@code max}. */
  public long integer(long min, long max) throws ConfigException {
    String cure = "write a whole number from " + min + " to " + max;
    if (!(content instanceof Digits digits)) {
      throw wrong("expected a number" + at(), cure);
    }
    try {
      long value = Long.parseLong(digits.text());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(shown(digits.text()) + " is not a whole number" + at(), cure);
    }
    throw wrong(shown(digits.text()) + " is out of range" + at(), cure);
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(Class<E> type) throws ConfigException {
    String text = text();
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(YamlValue.word(constant));
      if (YamlValue.word(constant).equals(text)) {
        return constant;
      }
    }
    throw wrong(
        "'" + shown(text) + "' is not known" + at(), "use one of: " + String.join(", ", words));
  }

  private static String shown(String text) {
    String cut = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  private String at() {
    return path.isEmpty() ? "" : " at " + shown(path);
  }
}
