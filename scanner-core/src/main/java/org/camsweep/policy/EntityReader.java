package org.camsweep.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads files of companies: {@code entities:} with one mapping each. */
public final class EntityReader {
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9][A-Za-z0-9-]{0,63}");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "localName",
          "country",
          "prcLaw",
          "jurisdiction",
          "builds",
          "badges",
          "owners",
          "verified",
          "source",
          "note");
  private static final Set<String> OWNER =
      Set.of("entity", "name", "relation", "from", "to", "verified");

  private EntityReader() {}

  /**
   * Reads all files together.
   *
   * @throws ConfigException for the first thing wrong, with its line; also where an owner is named
   *     that no file has, or a company would own itself
   */
  public static Entities read(List<DataFile> files) throws ConfigException {
    Map<String, Entity> found = new HashMap<>();
    Map<String, YamlValue> places = new HashMap<>();
    for (DataFile file : files) {
      YamlMap top = StrictYaml.read(file.name(), file.bytes()).map(Set.of("entities"));
      for (YamlValue item : top.need("entities").list()) {
        Entity entity = entity(item.map(KEYS));
        if (found.put(entity.id(), entity) != null) {
          throw item.wrong("entity '" + entity.id() + "' stands twice", "keep one of them");
        }
        places.put(entity.id(), item);
      }
    }
    for (Entity entity : found.values()) {
      checkOwners(entity, found, places.get(entity.id()));
    }
    return new Entities(new ArrayList<>(found.values()), Hashes.of(files));
  }

  private static Entity entity(YamlMap map) throws ConfigException {
    List<Entity.Owner> owners = new ArrayList<>();
    for (YamlValue owner : map.list("owners")) {
      owners.add(owner(owner.map(OWNER)));
    }
    Mark verified = map.need("verified").oneOf(Mark.class);
    Optional<YamlValue> jurisdiction = map.get("jurisdiction");
    return new Entity(
        id(map.need("id")),
        map.need("name").text(),
        map.text("localName"),
        country(map.need("country")),
        map.need("prcLaw").oneOf(PrcLaw.class),
        jurisdiction.isEmpty() ? verified : jurisdiction.get().oneOf(Mark.class),
        map.need("builds").oneOf(Builds.class),
        map.texts("badges"),
        owners,
        verified,
        map.need("source").text(),
        map.text("note"));
  }

  private static Entity.Owner owner(YamlMap map) throws ConfigException {
    Optional<String> entity = map.text("entity");
    Optional<String> name = map.text("name");
    if (entity.isEmpty() && name.isEmpty()) {
      throw map.self().wrong("an owner without 'entity' or 'name'", "add one of them");
    }
    Optional<YamlValue> relation = map.get("relation");
    return new Entity.Owner(
        entity,
        name.orElseGet(entity::orElseThrow),
        relation.isEmpty()
            ? Entity.Relation.SUBSIDIARY
            : relation.get().oneOf(Entity.Relation.class),
        Span.read(map, "from", "to"),
        map.need("verified").bool());
  }

  static String id(YamlValue value) throws ConfigException {
    if (!ID.matcher(value.text()).matches()) {
      throw value.wrong(
          "'" + value.text() + "' is not an identifier", "use lower-case letters, digits, hyphens");
    }
    return value.text();
  }

  /** An identifier of a regime or a limb, which may hold capitals: {@code f-3-B}. */
  static String label(YamlValue value) throws ConfigException {
    if (!LABEL.matcher(value.text()).matches()) {
      throw value.wrong(
          "'" + value.text() + "' is not an identifier", "use letters, digits and hyphens");
    }
    return value.text();
  }

  static String country(YamlValue value) throws ConfigException {
    if (!value.text().matches("[A-Z]{2}")) {
      throw value.wrong(
          "'" + value.text() + "' is not a country", "write two capital letters, for example SE");
    }
    return value.text();
  }

  private static void checkOwners(Entity entity, Map<String, Entity> all, YamlValue place)
      throws ConfigException {
    for (Entity.Owner owner : entity.owners()) {
      if (owner.entity().isEmpty()) {
        continue;
      }
      String id = owner.entity().get();
      if (id.equals(entity.id())) {
        throw place.wrong("'" + id + "' owns itself", "name its real owner");
      }
      if (!all.containsKey(id)) {
        throw place.wrong(
            "'" + entity.id() + "' is owned by '" + id + "', which no file has",
            "add that entity, or write 'name:' instead of 'entity:'");
      }
    }
  }
}
