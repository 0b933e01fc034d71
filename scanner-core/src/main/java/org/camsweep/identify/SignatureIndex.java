package org.camsweep.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.Signature;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.pattern.Memory;

/** All signatures, by field: every fact of a device is shown to every signature of its field. */
final class SignatureIndex {
  static final int MAX_HITS = 512;

  /** About 20 MB: what ten thousand devices that differ in every text lead to. */
  private static final int REMEMBERED = 50_000;

  private final Map<Field, FieldIndex> fields = new HashMap<>();

  SignatureIndex(Pack pack) {
    Map<Field, List<Signature>> byField =
        pack.signatures().stream().collect(Collectors.groupingBy(Signature::field));
    Memory memory = new Memory(REMEMBERED);
    byField.forEach((field, signatures) -> fields.put(field, new FieldIndex(signatures, memory)));
  }

  /** How many signatures stand before no filter. */
  int unfiltered() {
    return fields.values().stream().mapToInt(FieldIndex::unfiltered).sum();
  }

  /** What fires; the same signature on the same words counts once, however often they were said. */
  List<Hit> match(Device device) {
    List<Hit> hits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Observation observation : device.observations()) {
      for (Fact fact : observation.facts()) {
        for (Field as : shownAs(fact)) {
          match(as, fact, observation, hits, seen);
        }
      }
    }
    return hits;
  }

  /** How many patterns are tried on the texts of a device, conditions not counted. */
  int tried(Device device) {
    int tried = 0;
    for (Observation observation : device.observations()) {
      for (Fact fact : observation.facts()) {
        for (Field as : shownAs(fact)) {
          FieldIndex index = fields.get(as);
          tried += index == null ? 0 : index.tried(fact.value()).size();
        }
      }
    }
    return tried;
  }

  /** A fact's own field, and the derived one if it has one. */
  private static List<Field> shownAs(Fact fact) {
    return StatedFields.of(fact.field())
        .map(stated -> List.of(fact.field(), stated))
        .orElse(List.of(fact.field()));
  }

  private void match(Field as, Fact fact, Observation within, List<Hit> hits, Set<String> seen) {
    FieldIndex index = fields.get(as);
    if (index == null || hits.size() >= MAX_HITS) {
      return;
    }
    String text = fact.value();
    index.match(
        text,
        (signature, captures) -> {
          if (meetsAll(signature, within) && seen.add(signature.id() + '\n' + text)) {
            hits.add(new Hit(signature, fact, within.id(), captures));
          }
        });
  }

  private static boolean meetsAll(Signature signature, Observation within) {
    for (Signature.Condition condition : signature.all()) {
      boolean met = false;
      for (Fact fact : within.facts()) {
        boolean named =
            fact.field().equals(condition.field())
                || StatedFields.of(fact.field()).equals(Optional.of(condition.field()));
        if (named && condition.pattern().matcher(fact.value()).find()) {
          met = true;
          break;
        }
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }
}
