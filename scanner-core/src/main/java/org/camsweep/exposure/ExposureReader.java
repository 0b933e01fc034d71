package org.camsweep.exposure;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;
import org.camsweep.fingerprint.PackFile;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.observe.Field;

/**
 * Reads the files under {@code exposure}, strictly. A rule whose example does not match, or whose
 * non-example does, is not loaded: the whole pack is refused.
 */
public final class ExposureReader {
  private static final int MAX_RULES = 1_000;
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "fields",
          "pattern",
          "all",
          "unless",
          "maker",
          "says",
          "means",
          "verified",
          "source",
          "examples",
          "nonExamples");

  private final List<SignRule> rules = new ArrayList<>();
  private final Map<Topic, ExposureRules.Words> words = new EnumMap<>(Topic.class);
  private final Set<String> ids = new HashSet<>();

  private ExposureReader() {}

  /** The pack's rules; none where the pack has no such folder. */
  public static ExposureRules read(PackFiles files) throws ConfigException {
    ExposureReader reader = new ExposureReader();
    for (PackFile file : files.files("exposure")) {
      reader.read(file);
    }
    return new ExposureRules(reader.rules, reader.words);
  }

  private void read(PackFile file) throws ConfigException {
    YamlMap map = file.yaml().map(Set.of("topic", "settle", "notRuledOut", "rules"));
    Topic topic = map.need("topic").oneOf(Topic.class);
    if (!YamlValue.word(topic).equals(file.stem())) {
      throw map.keyWrong("topic", "the file is not named after it", "rename the file");
    }
    words.put(
        topic, new ExposureRules.Words(map.need("settle").text(), map.need("notRuledOut").text()));
    for (YamlValue value : map.list("rules")) {
      rules.add(rule(topic, value));
    }
    if (rules.size() > MAX_RULES) {
      throw map.keyWrong("rules", "more than " + MAX_RULES + " rules", "remove some");
    }
  }

  private SignRule rule(Topic topic, YamlValue value) throws ConfigException {
    YamlMap map = value.map(KEYS);
    String id = map.need("id").text();
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}") || !ids.add(id)) {
      throw map.keyWrong("id", "'" + id + "' is no id of its own", "use a-z, 0-9 and hyphens");
    }
    boolean verified = map.need("verified").bool();
    Says says = map.need("says").oneOf(Says.class);
    if (!verified && says != Says.HINT) {
      throw map.keyWrong(
          "says", "a rule whose source was not seen is a hint", "write 'says: hint'");
    }
    map.need("source").text();
    Pattern pattern = pattern(map.need("pattern"));
    checkExamples(map, pattern);
    return new SignRule(
        id,
        topic,
        fields(map),
        pattern,
        conditions(map, "all"),
        conditions(map, "unless"),
        map.text("maker"),
        says,
        map.need("means").text(),
        verified);
  }

  private static void checkExamples(YamlMap map, Pattern pattern) throws ConfigException {
    for (boolean wanted : new boolean[] {true, false}) {
      String key = wanted ? "examples" : "nonExamples";
      List<String> texts = map.texts(key);
      if (texts.isEmpty()) {
        throw map.keyWrong(key, "there is none", "give a text that shows what is meant");
      }
      for (String text : texts) {
        if (SignRule.matches(pattern, text) != wanted) {
          throw map.keyWrong(
              key, "'" + text + "' " + (wanted ? "does not match" : "matches"), "mend either");
        }
      }
    }
  }

  private static List<Field> fields(YamlMap map) throws ConfigException {
    List<Field> fields = new ArrayList<>();
    for (YamlValue value : map.need("fields").list()) {
      fields.add(field(value));
    }
    if (fields.isEmpty()) {
      throw map.keyWrong("fields", "there is none", "name a field such as sdp.media");
    }
    return fields;
  }

  private static List<SignRule.Condition> conditions(YamlMap map, String key)
      throws ConfigException {
    List<SignRule.Condition> conditions = new ArrayList<>();
    for (YamlValue value : map.list(key)) {
      YamlMap condition = value.map(Set.of("field", "pattern"));
      conditions.add(
          new SignRule.Condition(
              field(condition.need("field")), pattern(condition.need("pattern"))));
    }
    return conditions;
  }

  private static Field field(YamlValue value) throws ConfigException {
    try {
      return Field.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong("'" + value.text() + "' is not a field", "write one such as sdp.media");
    }
  }

  private static Pattern pattern(YamlValue value) throws ConfigException {
    try {
      return Pattern.compile(value.pattern(false));
    } catch (PatternSyntaxException e) {
      throw value.wrong(
          "not an RE2 pattern: " + e.getDescription(),
          "RE2 has no look-around and no back-references");
    }
  }
}
