package org.camsweep.config;

import java.util.List;
import java.util.Optional;

/** A mapping of a YAML document: keys in the order written, each with its line. */
public final class YamlMap {
  record Entry(String key, int line, YamlValue value) {}

  private final YamlValue self;
  private final List<Entry> entries;

  YamlMap(YamlValue self, List<Entry> entries) {
    this.self = self;
    this.entries = List.copyOf(entries);
  }

  public List<String> keys() {
    return entries.stream().map(Entry::key).toList();
  }

  /** The value under {@code key}; a key written with no value counts as absent. */
  public Optional<YamlValue> get(String key) {
    return entries.stream()
        .filter(e -> e.key().equals(key))
        .map(Entry::value)
        .filter(v -> !v.isNull())
        .findFirst();
  }

  /** The value under {@code key}, which must be there. */
  public YamlValue need(String key) throws ConfigException {
    Optional<YamlValue> value = get(key);
    if (value.isEmpty()) {
      throw self.wrong("'" + key + "' is missing" + self.at(), "add '" + key + ":'");
    }
    return value.get();
  }

  /** The text under {@code key}, if the key is there. */
  public Optional<String> text(String key) throws ConfigException {
    Optional<YamlValue> value = get(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
  }

  /** The texts under {@code key}; none if the key is absent. */
  public List<String> texts(String key) throws ConfigException {
    Optional<YamlValue> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    java.util.ArrayList<String> texts = new java.util.ArrayList<>();
    for (YamlValue item : value.get().list()) {
      texts.add(item.text());
    }
    return List.copyOf(texts);
  }

  /** The values under {@code key}; none if the key is absent. */
  public List<YamlValue> list(String key) throws ConfigException {
    Optional<YamlValue> value = get(key);
    return value.isEmpty() ? List.of() : value.get().list();
  }

  public boolean bool(String key, boolean otherwise) throws ConfigException {
    Optional<YamlValue> value = get(key);
    return value.isEmpty() ? otherwise : value.get().bool();
  }

  /** A failure at the line of {@code key}. */
  public ConfigException keyWrong(String key, String problem, String cure) {
    int line =
        entries.stream()
            .filter(e -> e.key().equals(key))
            .map(Entry::line)
            .findFirst()
            .orElse(self.line());
    return new ConfigException(self.file(), line, problem, cure);
  }

  public YamlValue self() {
    return self;
  }
}
