package org.camsweep.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All companies of the data, by identifier and by badge. */
public final class Entities {
  /** No data at all: every maker is then one about which nothing is known. */
  public static final Entities NONE = new Entities(List.of(), "none");

  private final Map<String, Entity> byId = new TreeMap<>();
  private final Map<String, List<Entity>> byBadge = new TreeMap<>();
  private final String hash;

  Entities(List<Entity> entities, String hash) {
    for (Entity entity : entities) {
      byId.put(entity.id(), entity);
      for (String badge : entity.badges()) {
        byBadge.computeIfAbsent(key(badge), k -> new ArrayList<>()).add(entity);
      }
    }
    this.hash = hash;
  }

  public Optional<Entity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that own the label, whatever its case. */
  public List<Entity> ownersOfBadge(String badge) {
    return List.copyOf(byBadge.getOrDefault(key(badge), List.of()));
  }

  /** All, sorted by identifier. */
  public List<Entity> all() {
    return List.copyOf(byId.values());
  }

  /** Content hash of the files, 12 hex digits. */
  public String hash() {
    return hash;
  }

  private static String key(String badge) {
    return badge.trim().toLowerCase(Locale.ROOT);
  }
}
