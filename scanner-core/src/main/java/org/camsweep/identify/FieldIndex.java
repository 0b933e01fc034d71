package org.camsweep.identify;

import com.google.re2j.Matcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camsweep.fingerprint.Signature;
import org.camsweep.pattern.Memory;
import org.camsweep.pattern.PatternSet;

/**
 * The signatures of one field behind a filter: one pass over the text tells which of them can match
 * at all. RE2 then has the last word, and says what is captured.
 */
final class FieldIndex {
  /** Takes what matches. */
  interface Found {
    /** With what the pattern's named groups captured, not blank. */
    void accept(Signature signature, Map<String, String> captures);
  }

  private final List<Signature> signatures;
  private final PatternSet patterns;

  FieldIndex(List<Signature> signatures, Memory memory) {
    this.signatures = List.copyOf(signatures);
    patterns = PatternSet.of(signatures.stream().map(s -> s.pattern().pattern()).toList(), memory);
  }

  /** How many signatures are tried on every text. */
  int unfiltered() {
    return patterns.notUnderstood();
  }

  /** The signatures that the filter lets through to RE2. */
  List<Signature> tried(String text) {
    return java.util.Arrays.stream(patterns.candidates(text)).mapToObj(signatures::get).toList();
  }

  /** Hands over every signature whose pattern matches the text. */
  void match(String text, Found each) {
    int[] candidates = patterns.candidates(text);
    if (candidates.length == 0) {
      return;
    }
    boolean plain = PatternSet.isAscii(text);
    for (int s : candidates) {
      Signature signature = signatures.get(s);
      Map<String, Integer> groups = signature.pattern().namedGroups();
      if (plain && groups.isEmpty() && patterns.isExact(s)) {
        each.accept(signature, Map.of());
        continue;
      }
      Matcher matcher = signature.pattern().matcher(text);
      if (matcher.find()) {
        each.accept(signature, captures(groups, matcher));
      }
    }
  }

  private static Map<String, String> captures(Map<String, Integer> groups, Matcher matcher) {
    if (groups.isEmpty()) {
      return Map.of();
    }
    Map<String, String> captures = new HashMap<>();
    groups.forEach(
        (name, number) -> {
          String text = matcher.group(number);
          if (text != null && !text.isBlank()) {
            captures.put(name, text);
          }
        });
    return captures;
  }
}
