package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads one {@code makers/<maker>.yaml}. */
final class MakerReader {
  private static final Set<String> KEYS =
      Set.of(
          "maker",
          "name",
          "otherNames",
          "jurisdiction",
          "parent",
          "tradeNames",
          "buildsHardware",
          "macPrefixes",
          "enterpriseNumbers",
          "signatures",
          "note");
  private static final Set<String> PREFIX_KEYS =
      Set.of("cameraSpecific", "verified", "source", "blocks");
  private static final Pattern BLOCK = Pattern.compile("[0-9a-f]{6}|[0-9a-f]{7}|[0-9a-f]{9}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final PackFile file;
  private final Faults faults;
  private final YamlMap map;

  MakerReader(PackFile file, Faults faults) throws ConfigException {
    this.file = file;
    this.faults = faults;
    this.map = file.yaml().map(KEYS);
  }

  Maker maker() throws ConfigException {
    String id = idOf(file, map, "maker");
    Optional<YamlValue> home = map.get("jurisdiction");
    YamlMap where = home.isEmpty() ? map : home.get().map(Set.of("country", "verified", "source"));
    boolean told = home.isPresent();
    boolean verified = told && where.bool("verified", false);
    if (verified && (where.get("country").isEmpty() || where.get("source").isEmpty())) {
      throw home.get().wrong("a verified jurisdiction says country and source", "add them");
    }
    Optional<String> parent = map.text("parent");
    if (parent.equals(Optional.of(id))) {
      throw map.keyWrong("parent", "'" + id + "' is its own parent", "remove the line");
    }
    return new Maker(
        id,
        map.need("name").text(),
        map.texts("otherNames"),
        told ? country(where) : Optional.empty(),
        verified,
        told ? where.text("source") : Optional.empty(),
        parent,
        map.texts("tradeNames"),
        map.bool("buildsHardware", true),
        enterprises());
  }

  /** The identifier under {@code key}, which must be the file's name. */
  static String idOf(PackFile file, YamlMap map, String key) throws ConfigException {
    YamlValue value = map.need(key);
    String id = value.text();
    if (!id.equals(file.stem())) {
      throw value.wrong(
          "'" + id + "' stands in a file named " + file.stem() + ".yaml",
          "name the file " + id + ".yaml");
    }
    if (!id.matches("[a-z0-9][a-z0-9-]{0,47}")) {
      throw value.wrong("'" + id + "' is not an identifier", "use a-z, 0-9 and hyphens");
    }
    return id;
  }

  private static Optional<String> country(YamlMap where) throws ConfigException {
    Optional<String> country = where.text("country");
    if (country.isPresent() && !COUNTRIES.contains(country.get())) {
      throw where.keyWrong(
          "country",
          "'" + country.get() + "' is not a country code",
          "use ISO 3166 alpha-2, for example SE");
    }
    return country;
  }

  private List<Integer> enterprises() throws ConfigException {
    List<Integer> numbers = new ArrayList<>();
    for (YamlValue value : map.list("enterpriseNumbers")) {
      numbers.add(value.integer(0, Integer.MAX_VALUE));
    }
    return numbers;
  }

  List<MacPrefix> prefixes() throws ConfigException {
    List<MacPrefix> prefixes = new ArrayList<>();
    for (YamlValue value : map.list("macPrefixes")) {
      faults.attempt(() -> prefixes(value, prefixes));
    }
    return prefixes;
  }

  private void prefixes(YamlValue value, List<MacPrefix> prefixes) throws ConfigException {
    YamlMap group = value.map(PREFIX_KEYS);
    boolean cameraSpecific = group.need("cameraSpecific").bool();
    boolean verified = group.need("verified").bool();
    String source = group.need("source").text();
    group.need("blocks");
    for (YamlValue block : group.list("blocks")) {
      String digits = MacPrefix.normal(block.text());
      if (!BLOCK.matcher(digits).matches()) {
        throw block.wrong(
            "'" + block.text() + "' is not a registry block",
            "write 6, 7 or 9 hexadecimal digits, for example '00:11:22'");
      }
      prefixes.add(new MacPrefix(digits, file.stem(), cameraSpecific, verified, source));
    }
  }

  List<Signature> signatures() throws ConfigException {
    SignatureReader reader = new SignatureReader(file, faults);
    return reader.signatures(map.list("signatures"), Optional.of(file.stem()));
  }
}
