package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads one {@code labels/<maker>.yaml}: the labels under which a maker's devices are sold. */
final class LabelReader {
  private static final Set<String> KEYS =
      Set.of("id", "label", "line", "from", "to", "certainty", "verified", "source", "note");

  private LabelReader() {}

  static List<Label> read(PackFile file, Faults faults) throws ConfigException {
    YamlMap map = file.yaml().map(Set.of("maker", "labels", "note"));
    String maker = MakerReader.idOf(file, map, "maker");
    List<Label> labels = new ArrayList<>();
    for (YamlValue value : map.list("labels")) {
      faults.attempt(() -> labels.add(label(value, maker)));
    }
    return labels;
  }

  private static Label label(YamlValue value, String maker) throws ConfigException {
    YamlMap map = value.map(KEYS);
    Optional<Integer> from = year(map, "from");
    Optional<Integer> to = year(map, "to");
    if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
      throw map.keyWrong("to", "the period ends before it starts", "swap from and to");
    }
    return new Label(
        map.need("id").text(),
        maker,
        map.need("label").text(),
        map.text("line"),
        from,
        to,
        map.need("certainty").oneOf(Certainty.class),
        map.need("verified").bool(),
        map.need("source").text());
  }

  private static Optional<Integer> year(YamlMap map, String key) throws ConfigException {
    Optional<YamlValue> year = map.get(key);
    return year.isEmpty() ? Optional.empty() : Optional.of(year.get().integer(1980, 2100));
  }
}
