package org.camsweep.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/**
 * Reads regime files, one regime each. A regime marked unverified is read and held back unless the
 * operator asks for it; a withdrawn list is never loaded.
 */
public final class RegimeReader {
  private static final Set<String> KEYS =
      Set.of(
          "regime",
          "name",
          "place",
          "kind",
          "default",
          "instrument",
          "citation",
          "made",
          "from",
          "to",
          "primaryRead",
          "verified",
          "status",
          "binds",
          "where",
          "rule",
          "affiliates",
          "components",
          "mustShow",
          "limits",
          "actions",
          "limbs",
          "sources",
          "notes");

  private RegimeReader() {}

  /**
   * Reads the regimes of a pack.
   *
   * @param packVersion shown in every finding
   * @param entities companies that limbs may name
   * @throws ConfigException for the first thing wrong, with its line
   */
  public static Regimes read(
      List<DataFile> files, String packVersion, Entities entities, boolean includeUnverified)
      throws ConfigException {
    List<Regime> on = new ArrayList<>();
    List<Regimes.Off> off = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (DataFile file : files) {
      YamlMap map = StrictYaml.read(file.name(), file.bytes()).map(KEYS);
      Regime regime = regime(map, version(file, packVersion, entities));
      String before = seen.put(regime.id(), file.name());
      if (before != null) {
        throw map.keyWrong(
            "regime",
            "regime '" + regime.id() + "' is also in " + before,
            "give it another name or remove one file");
      }
      checkNames(map, regime, entities);
      if (regime.kind() == RegimeKind.WITHDRAWN_LIST) {
        off.add(new Regimes.Off(regime, "withdrawn by its issuer; never loaded"));
      } else if (!regime.verified() && !includeUnverified) {
        off.add(new Regimes.Off(regime, "not verified; loads with --include-unverified"));
      } else {
        on.add(regime);
      }
    }
    return new Regimes(on, off);
  }

  /**
   * Reads an organisation's own regimes and puts them beside those of the pack. They may name
   * makers that the data of companies does not have.
   *
   * @throws ConfigException also where a file takes the name of one of the pack's, or revives a
   *     withdrawn list
   */
  public static Regimes readOwn(List<DataFile> files, Regimes pack) throws ConfigException {
    List<Regime> own = new ArrayList<>();
    for (DataFile file : files) {
      YamlMap map = StrictYaml.read(file.name(), file.bytes()).map(KEYS);
      Regime regime = regime(map, "own file; regime sha256:" + Hashes.of(file.bytes()));
      if (regime.kind() == RegimeKind.WITHDRAWN_LIST) {
        throw map.keyWrong("kind", "a withdrawn list cannot be loaded", "remove the file");
      }
      boolean taken =
          pack.on().stream().anyMatch(r -> r.id().equals(regime.id()))
              || pack.off().stream().anyMatch(o -> o.regime().id().equals(regime.id()))
              || own.stream().anyMatch(r -> r.id().equals(regime.id()));
      if (taken) {
        throw map.keyWrong(
            "regime",
            "there is a regime '" + regime.id() + "' already",
            "give your rule a name of its own, for example own-" + regime.id());
      }
      own.add(regime);
    }
    return pack.with(new Regimes(own, List.of()));
  }

  private static String version(DataFile file, String pack, Entities entities) {
    return pack
        + "; regime sha256:"
        + Hashes.of(file.bytes())
        + "; entities sha256:"
        + entities.hash();
  }

  private static Regime regime(YamlMap map, String version) throws ConfigException {
    RegimeKind kind = map.need("kind").oneOf(RegimeKind.class);
    Optional<YamlValue> made = map.get("made");
    List<String> actions = map.texts("actions");
    boolean own = kind == RegimeKind.OWNER_RULE;
    Regime regime =
        new Regime(
            EntityReader.label(map.need("regime")),
            map.need("name").text(),
            own ? map.text("place").orElse("owner") : map.need("place").text(),
            kind,
            map.bool("default", own),
            own ? map.text("instrument").orElse("the owner's rule") : map.need("instrument").text(),
            map.need("citation").text(),
            made.isEmpty() ? Optional.empty() : Optional.of(Span.day(made.get())),
            Span.read(map, "from", "to"),
            map.bool("primaryRead", own),
            own || map.need("verified").bool(),
            map.text("status").orElse("in force"),
            map.text("binds").orElse("the owner"),
            map.text("where"),
            map.need("rule").text(),
            map.text("affiliates"),
            map.text("components"),
            map.texts("mustShow"),
            map.texts("limits"),
            actions,
            LimbReader.read(map, kind),
            map.texts("sources"),
            map.texts("notes"),
            version);
    if (!own && regime.sources().isEmpty()) {
      throw map.self().wrong("a regime without 'sources'", "say where its facts were read");
    }
    if (regime.byDefault() && !regime.isJudged()) {
      throw map.keyWrong(
          "default", "a regime without limbs cannot be judged", "remove 'default' or add 'limbs:'");
    }
    return regime;
  }

  private static void checkNames(YamlMap map, Regime regime, Entities entities)
      throws ConfigException {
    for (Limb limb : regime.limbs()) {
      for (LimbTest.ListedName name : limb.test().names()) {
        if (entities.find(name.entity()).isEmpty()) {
          throw map.keyWrong(
              "limbs",
              "limb '" + limb.id() + "' names '" + name.entity() + "', which no entity file has",
              "add the entity or correct the name");
        }
      }
    }
  }
}
