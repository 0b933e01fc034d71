package org.camsweep.fingerprint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;
import org.camsweep.observe.Field;

/** Reads the signatures of one file. */
final class SignatureReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "field",
          "pattern",
          "evidence",
          "verified",
          "claims",
          "all",
          "source",
          "examples",
          "nonExamples",
          "note");
  private static final Set<String> EXAMPLE_KEYS = exampleKeys();

  private final PackFile file;
  private final Faults faults;

  SignatureReader(PackFile file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  private static Set<String> exampleKeys() {
    Set<String> keys = new HashSet<>(Signature.CAPTURES);
    keys.add("text");
    return Set.copyOf(keys);
  }

  /** The signatures of a file under {@code generic}, which speak for no maker. */
  List<Signature> generic() throws ConfigException {
    YamlMap map = file.yaml().map(Set.of("topic", "signatures", "note"));
    if (map.get("topic").isPresent()) {
      MakerReader.idOf(file, map, "topic");
    }
    return signatures(map.list("signatures"), Optional.empty());
  }

  List<Signature> signatures(List<YamlValue> values, Optional<String> maker) {
    List<Signature> signatures = new ArrayList<>();
    for (YamlValue value : values) {
      faults.attempt(() -> signatures.add(signature(value, maker)));
    }
    return signatures;
  }

  private Signature signature(YamlValue value, Optional<String> owner) throws ConfigException {
    YamlMap map = value.map(KEYS);
    String id = id(map.need("id"));
    Pattern pattern = pattern(map.need("pattern"));
    Optional<YamlValue> told = map.get("claims");
    YamlMap claims = told.isEmpty() ? map : told.get().map(Set.of("maker", "brand", "device"));
    boolean claimed = told.isPresent();
    Optional<DeviceKind> device = claimed ? device(claims) : Optional.empty();
    Optional<String> maker = claimed ? speaksFor(claims, owner) : owner;
    Optional<String> brand = claimed ? claims.text("brand") : Optional.empty();
    if (maker.isEmpty() && brand.isEmpty() && device.isEmpty() && captures(pattern).isEmpty()) {
      throw value.wrong(id + " says nothing of a device", "claim a maker, a brand or a device");
    }
    return new Signature(
        id,
        file.shown(),
        value.line(),
        field(map.need("field")),
        pattern,
        map.need("evidence").oneOf(EvidenceKind.class),
        map.need("verified").bool(),
        maker,
        brand,
        device,
        conditions(map),
        map.need("source").text(),
        examples(map, pattern),
        nonExamples(map));
  }

  private String id(YamlValue value) throws ConfigException {
    String id = value.text();
    if (!id.startsWith(file.stem() + "-") || !id.matches("[a-z0-9][a-z0-9.-]{0,95}")) {
      throw value.wrong(
          "id '" + id + "' does not start with '" + file.stem() + "-'",
          "begin it with the file's name; use a-z, 0-9, dots and hyphens");
    }
    return id;
  }

  private static Field field(YamlValue value) throws ConfigException {
    try {
      return Field.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong("'" + value.text() + "' is not a field", "write one such as http.server");
    }
  }

  private static Pattern pattern(YamlValue value) throws ConfigException {
    try {
      Pattern pattern = Pattern.compile(value.pattern(false));
      for (String name : captures(pattern)) {
        if (!Signature.CAPTURES.contains(name)) {
          throw value.wrong(
              "group '" + name + "' is not captured",
              "use one of: " + String.join(", ", Signature.CAPTURES));
        }
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw value.wrong(
          "not an RE2 pattern: " + e.getDescription() + " at '" + e.getPattern() + "'",
          "RE2 has no look-around and no back-references");
    }
  }

  static Set<String> captures(Pattern pattern) {
    return pattern.namedGroups().keySet();
  }

  private static Optional<DeviceKind> device(YamlMap claims) throws ConfigException {
    Optional<YamlValue> value = claims.get("device");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    DeviceKind kind = value.get().oneOf(DeviceKind.class);
    if (kind == DeviceKind.UNKNOWN) {
      throw value.get().wrong("nothing is claimed by 'unknown'", "remove the line");
    }
    return Optional.of(kind);
  }

  private static Optional<String> speaksFor(YamlMap claims, Optional<String> owner)
      throws ConfigException {
    Optional<String> said = claims.text("maker");
    if (said.isEmpty() || said.equals(owner)) {
      return owner;
    }
    if (said.get().equals("none")) {
      return Optional.empty();
    }
    throw claims.keyWrong(
        "maker",
        "a signature speaks for its own file's maker or for none",
        "move it to makers/" + said.get() + ".yaml, or write 'maker: none'");
  }

  private static List<Signature.Condition> conditions(YamlMap map) throws ConfigException {
    List<Signature.Condition> conditions = new ArrayList<>();
    for (YamlValue value : map.list("all")) {
      YamlMap condition = value.map(Set.of("field", "pattern", "example"));
      conditions.add(
          new Signature.Condition(
              field(condition.need("field")),
              pattern(condition.need("pattern")),
              condition.text("example")));
    }
    return conditions;
  }

  private static List<Signature.Example> examples(YamlMap map, Pattern pattern)
      throws ConfigException {
    List<Signature.Example> examples = new ArrayList<>();
    for (YamlValue value : map.need("examples").list()) {
      YamlMap example = value.map(EXAMPLE_KEYS);
      Map<String, String> captures = new HashMap<>();
      for (String name : Signature.CAPTURES) {
        Optional<String> text = example.text(name);
        if (text.isPresent() && !captures(pattern).contains(name)) {
          throw example.keyWrong(
              name, "the pattern has no group '" + name + "'", "remove the key or name a group");
        }
        text.ifPresent(t -> captures.put(name, t));
      }
      examples.add(new Signature.Example(example.need("text").text(), captures));
    }
    if (examples.isEmpty()) {
      throw map.keyWrong("examples", "there is no example", "give a text that must match");
    }
    return examples;
  }

  private static List<String> nonExamples(YamlMap map) throws ConfigException {
    map.need("nonExamples");
    List<String> texts = map.texts("nonExamples");
    if (texts.isEmpty()) {
      throw map.keyWrong("nonExamples", "there is none", "give a text that must not match");
    }
    return texts;
  }
}
