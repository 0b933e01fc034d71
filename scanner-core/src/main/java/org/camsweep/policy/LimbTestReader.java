package org.camsweep.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads the test of a limb. */
final class LimbTestReader {
  private static final Set<String> KEYS =
      Set.of(
          "prcLaw",
          "countries",
          "names",
          "makers",
          "affiliates",
          "models",
          "certified",
          "components",
          "notApproved");
  private static final Set<String> NAME = Set.of("entity", "from", "to", "verified", "entry");

  private LimbTestReader() {}

  static LimbTest read(YamlValue value) throws ConfigException {
    YamlMap map = value.map(KEYS);
    long parts = map.keys().stream().filter(k -> !k.equals("affiliates")).count();
    if (parts != 1) {
      throw value.wrong(
          "a test has " + parts + " parts" + (parts == 0 ? "" : ": " + map.keys()),
          "write exactly one of prcLaw, countries, names, makers, models, certified, components,"
              + " notApproved; more go into limbs of their own");
    }
    for (String flag : List.of("prcLaw", "notApproved")) {
      if (map.get(flag).isPresent() && !map.bool(flag, false)) {
        throw map.keyWrong(flag, "'" + flag + ": false' asks nothing", "write true or remove it");
      }
    }
    Set<String> countries = new HashSet<>();
    for (YamlValue country : map.list("countries")) {
      countries.add(EntityReader.country(country));
    }
    LimbTest test =
        new LimbTest(
            map.bool("prcLaw", false),
            countries,
            names(map),
            map.bool("affiliates", false),
            patterns(map, "models"),
            patterns(map, "certified"),
            map.keys().contains("certified"),
            patterns(map, "components"),
            map.bool("notApproved", false));
    if (map.keys().contains("affiliates") && test.names().isEmpty()) {
      throw map.keyWrong("affiliates", "'affiliates' without names", "add 'names:'");
    }
    return test;
  }

  private static List<LimbTest.ListedName> names(YamlMap map) throws ConfigException {
    List<LimbTest.ListedName> names = new ArrayList<>();
    for (YamlValue item : map.list("names")) {
      YamlMap name = item.map(NAME);
      names.add(
          new LimbTest.ListedName(
              EntityReader.id(name.need("entity")),
              Span.read(name, "from", "to"),
              name.need("verified").bool(),
              name.text("entry").orElse(""),
              false));
    }
    for (YamlValue item : map.list("makers")) {
      names.add(
          new LimbTest.ListedName(
              EntityReader.id(item), Span.ALWAYS, true, "named by the owner", true));
    }
    for (String key : List.of("names", "makers", "countries", "models", "components")) {
      Optional<YamlValue> value = map.get(key);
      if (map.keys().contains(key) && (value.isEmpty() || value.get().list().isEmpty())) {
        throw map.keyWrong(key, "'" + key + "' is empty", "name at least one");
      }
    }
    return names;
  }

  private static List<Pattern> patterns(YamlMap map, String key) throws ConfigException {
    List<Pattern> patterns = new ArrayList<>();
    for (YamlValue item : map.list(key)) {
      try {
        patterns.add(Pattern.compile(item.pattern(true), Pattern.CASE_INSENSITIVE));
      } catch (PatternSyntaxException e) {
        throw item.wrong(
            "'" + item.text() + "' is not a pattern: " + e.getDescription(),
            "use RE2 syntax in single quotes");
      }
    }
    return patterns;
  }
}
