package org.camsweep.identify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camsweep.fingerprint.Signature;

/**
 * The signatures of one field behind a filter: one pass over the text tells which of them can match
 * at all. Those without a text that they require are tried wherever the text can begin as theirs.
 */
final class FieldIndex {
  private final List<Signature> signatures;
  private final BitSet always = new BitSet();
  private final AhoCorasick texts;
  private final int[][] wanting;
  private final List<Start> starts;

  FieldIndex(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
    starts = signatures.stream().map(s -> Literals.start(s.pattern().pattern())).toList();
    Map<String, List<Integer>> byText = new LinkedHashMap<>();
    for (int i = 0; i < signatures.size(); i++) {
      Set<String> required = Literals.required(signatures.get(i).pattern().pattern());
      if (required.isEmpty()) {
        always.set(i);
      }
      for (String text : required) {
        byText.computeIfAbsent(text, t -> new ArrayList<>()).add(i);
      }
    }
    texts = new AhoCorasick(List.copyOf(byText.keySet()));
    wanting =
        byText.values().stream()
            .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** How many signatures are tried on every text. */
  int unfiltered() {
    return always.cardinality();
  }

  /** Hands over every signature that can match the text; the pattern itself is not yet tried. */
  void candidates(String text, int length, Consumer<Signature> each) {
    BitSet found = new BitSet(wanting.length);
    texts.find(text, length, found);
    BitSet can = (BitSet) always.clone();
    for (int t = found.nextSetBit(0); t >= 0; t = found.nextSetBit(t + 1)) {
      for (int s : wanting[t]) {
        can.set(s);
      }
    }
    for (int s = can.nextSetBit(0); s >= 0; s = can.nextSetBit(s + 1)) {
      if (starts.get(s).allows(text)) {
        each.accept(signatures.get(s));
      }
    }
  }
}
