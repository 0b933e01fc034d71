package org.camsweep.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a YAML document with the place it stands at. Scalars are kept as the text that was
 * written: {@code 19:00} or {@code 00:11:22:33:44:55} never turn into numbers.
 */
public final class YamlValue {
  private static final int MAX_SCALAR = 64 * 1024;

  private final String file;
  private final String path;
  private final Node node;

  YamlValue(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  public String file() {
    return file;
  }

  /** 1-based line at which the value starts. */
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** Where in the document the value stands, for example {@code sites[0].networks[2].cidr}. */
  public String path() {
    return path;
  }

  /** A failure at this value's line. */
  public ConfigException wrong(String problem, String cure) {
    return new ConfigException(file, line(), problem, cure);
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isNull() {
    return Tag.NULL.equals(node.getTag());
  }

  /** The mapping, after checking that it has no key but {@code allowed}. */
  public YamlMap map(Set<String> allowed) throws ConfigException {
    YamlMap map = anyMap();
    for (String key : map.keys()) {
      if (!allowed.contains(key)) {
        throw map.keyWrong(key, "unknown key '" + key + "'" + at(), suggestion(key, allowed));
      }
    }
    return map;
  }

  /** The mapping, whatever its keys: for tables whose keys are identifiers. */
  public YamlMap anyMap() throws ConfigException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("expected a mapping" + at(), "write 'key: value' lines here");
    }
    List<YamlMap.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong("a key" + at() + " is not plain text", "use a word as the key");
      }
      String name = key.getValue();
      int keyLine = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(line());
      if (!names.add(name)) {
        throw new ConfigException(
            file, keyLine, "key '" + name + "' is written twice" + at(), "keep one of them");
      }
      String below = path.isEmpty() ? name : path + "." + name;
      entries.add(
          new YamlMap.Entry(name, keyLine, new YamlValue(file, below, tuple.getValueNode())));
    }
    return new YamlMap(this, entries);
  }

  /** The sequence's values; a single scalar or mapping counts as a sequence of one. */
  public List<YamlValue> list() throws ConfigException {
    if (isNull()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlValue> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      values.add(new YamlValue(file, path + "[" + values.size() + "]", item));
    }
    return List.copyOf(values);
  }

  /** The scalar's text, not blank. */
  public String text() throws ConfigException {
    if (!(node instanceof ScalarNode scalar) || isNull()) {
      throw wrong("expected a text" + at(), "write one value here");
    }
    String text = scalar.getValue();
    if (text.isBlank()) {
      throw wrong("empty text" + at(), "write a value or remove the key");
    }
    if (text.length() > MAX_SCALAR) {
      throw wrong("text of " + text.length() + " characters" + at(), "keep it under " + MAX_SCALAR);
    }
    return text;
  }

  /**
   * The text of an RE2 pattern that RE2/J may compile: bounded in depth, in steps, and without the
   * letters that it never finishes with.
   *
   * @param ignoringCase whether it will be compiled with {@code CASE_INSENSITIVE}
   */
  public String pattern(boolean ignoringCase) throws ConfigException {
    String text = text();
    Optional<String> problem = PatternCost.problem(text, ignoringCase);
    if (problem.isPresent()) {
      throw wrong("the pattern" + at() + " " + problem.get(), "write a smaller or narrower one");
    }
    return text;
  }

  public boolean bool() throws ConfigException {
    String text = text();
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("'" + text + "' is not true or false" + at(), "write true or false");
    };
  }

  /** A whole number from {@code min} to {@code max}. */
  public int integer(int min, int max) throws ConfigException {
    String text = text();
    String cure = "write a whole number from " + min + " to " + max;
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong("'" + text + "' is not a whole number" + at(), cure);
    }
    if (value < min || value > max) {
      throw wrong(text + " is out of range" + at(), cure);
    }
    return (int) value;
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(Class<E> type) throws ConfigException {
    String text = text();
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    String words =
        List.of(type.getEnumConstants()).stream()
            .map(YamlValue::word)
            .collect(Collectors.joining(", "));
    throw wrong("'" + text + "' is not known" + at(), "use one of: " + words);
  }

  /**
   * How an enum constant is written in files and reports: {@code OWNER_DECISION} is owner-decision.
   */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String at() {
    return path.isEmpty() ? "" : " at " + path;
  }

  private static String suggestion(String key, Set<String> allowed) {
    return allowed.stream()
        .filter(a -> distance(a.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT)) <= 2)
        .sorted()
        .findFirst()
        .map(a -> "did you mean '" + a + "'?")
        .orElseGet(
            () -> "use one of: " + allowed.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
