package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads the limbs of a regime, and refuses a verdict that its kind cannot give. */
final class LimbReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "text",
          "cite",
          "where",
          "test",
          "from",
          "to",
          "met",
          "elsewhere",
          "elsewhereText",
          "notMet",
          "relabelled",
          "acquiredAfter",
          "onlyNamed",
          "settle",
          "actions");

  private LimbReader() {}

  static List<Limb> read(YamlMap regime, RegimeKind kind) throws ConfigException {
    List<Limb> limbs = new ArrayList<>();
    for (YamlValue item : regime.list("limbs")) {
      Limb limb = limb(item.map(KEYS), kind);
      if (limbs.stream().anyMatch(l -> l.id().equals(limb.id()))) {
        throw item.wrong("limb '" + limb.id() + "' stands twice", "give each its own id");
      }
      limbs.add(limb);
    }
    return limbs;
  }

  private static Limb limb(YamlMap map, RegimeKind kind) throws ConfigException {
    Optional<YamlValue> where = map.get("where");
    Optional<YamlValue> after = map.get("acquiredAfter");
    Optional<LocalDate> acquiredAfter =
        after.isEmpty() ? Optional.empty() : Optional.of(Span.day(after.get()));
    Optional<Verdict> relabelled =
        map.get("relabelled").isEmpty()
            ? Optional.empty()
            : Optional.of(verdict(map, "relabelled", kind, Verdict.REVIEW));
    Verdict notMet = verdict(map, "notMet", RegimeKind.OWNER_RULE, Verdict.CLEAR);
    if (notMet.compareTo(Verdict.CLEAR) > 0) {
      throw map.keyWrong("notMet", "a test not met is no finding", "write clear or not-assessed");
    }
    return new Limb(
        EntityReader.label(map.need("id")),
        map.need("text").text(),
        map.text("cite"),
        where.isEmpty() ? Where.ANY : where.get().oneOf(Where.class),
        LimbTestReader.read(map.need("test")),
        Span.read(map, "from", "to"),
        verdict(map, "met", kind, kind.hardest()),
        verdict(map, "elsewhere", kind, Verdict.NOT_ASSESSED),
        map.text("elsewhereText"),
        notMet,
        relabelled,
        acquiredAfter,
        map.bool("onlyNamed", false),
        map.text("settle"),
        map.texts("actions"));
  }

  private static Verdict verdict(YamlMap map, String key, RegimeKind kind, Verdict otherwise)
      throws ConfigException {
    Optional<YamlValue> value = map.get(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    Verdict verdict = value.get().oneOf(Verdict.class);
    if (!key.equals("notMet") && verdict == Verdict.CLEAR) {
      throw value.get().wrong("'" + key + "' cannot be clear", "write restricted or review");
    }
    if (verdict.compareTo(kind.hardest()) > 0 && verdict != Verdict.CLEAR) {
      throw value
          .get()
          .wrong(
              "a regime of kind " + YamlValue.word(kind) + " never gives " + value.get().text(),
              "write " + YamlValue.word(kind.hardest()) + " or correct the kind");
    }
    return verdict;
  }
}
