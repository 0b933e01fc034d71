package org.camsweep.fingerprint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;
import org.camsweep.pattern.Memory;
import org.camsweep.pattern.PatternSet;
import org.camsweep.pattern.Samples;

/** What can be wrong with one signature, whatever others there are. */
final class SignatureCheck {
  private static final Set<String> NO_SOURCE =
      Set.of("", "?", "-", "todo", "tbd", "unknown", "none");

  private final Signature signature;
  private final Faults faults;

  SignatureCheck(Signature signature, Faults faults) {
    this.signature = signature;
    this.faults = faults;
  }

  private void fault(String problem, String cure) {
    faults.add(at(signature, problem, cure));
  }

  static ConfigException at(Signature s, String problem, String cure) {
    return new ConfigException(s.file(), s.line(), s.id() + ": " + problem, cure);
  }

  void source() {
    String source = signature.source().strip().toLowerCase(java.util.Locale.ROOT);
    if (NO_SOURCE.contains(source)) {
      fault("names no source", "say in your own words what was read or recorded, where and when");
    }
  }

  /** RE2 is linear in any text; what the filter cannot look through is tried on every one. */
  void cost() {
    List<String> patterns = new ArrayList<>(List.of(signature.pattern().pattern()));
    signature.all().forEach(c -> patterns.add(c.pattern().pattern()));
    for (String pattern : patterns) {
      if (PatternSet.of(List.of(pattern), new Memory(1)).notUnderstood() > 0) {
        fault(
            "no filter can look through '" + pattern + "', so every text would be tried on it",
            "write it with fewer repetitions, without octal escapes and with braces escaped");
      }
    }
  }

  /**
   * RE2/J takes a letter that begins two alternatives out of both, and with it whether the second
   * one ignored case: {@code Ab?|[Aa]c} does not find "ac", {@code [Aa]b?x|Ac} finds it. Told by
   * trying the pattern on what it says by its own account.
   */
  void cases() {
    List<Pattern> patterns = new ArrayList<>(List.of(signature.pattern()));
    signature.all().forEach(c -> patterns.add(c.pattern()));
    patterns.removeIf(p -> !p.pattern().contains("|"));
    for (Pattern pattern : patterns) {
      PatternSet set = PatternSet.of(List.of(pattern.pattern()), new Memory(100));
      for (String text : Samples.of(pattern.pattern())) {
        boolean says = set.candidates(text).length > 0;
        if (says != pattern.matcher(text).find()) {
          fault(
              "RE2 "
                  + (says ? "misses '" : "finds '")
                  + text
                  + "' by '"
                  + pattern.pattern()
                  + "', for two alternatives begin with one letter, of which one ignores case",
              "let both ignore case, or neither");
          return;
        }
      }
    }
  }

  void examples() {
    Set<String> unchecked = new TreeSet<>(SignatureReader.captures(signature.pattern()));
    for (Signature.Example example : signature.examples()) {
      unchecked.removeAll(example.captures().keySet());
      Matcher matcher = signature.pattern().matcher(example.text());
      if (!matcher.find()) {
        fault("does not match its example '" + example.text() + "'", "mend either");
        continue;
      }
      example
          .captures()
          .forEach(
              (name, want) -> {
                String got = Optional.ofNullable(matcher.group(name)).orElse("");
                if (!got.equals(want)) {
                  String what = "captures " + name + " '" + got + "', not '" + want + "'";
                  fault(what, "mend the pattern or the example");
                }
              });
    }
    if (!unchecked.isEmpty()) {
      fault("no example checks " + String.join(", ", unchecked), "add it to an example");
    }
    for (String text : signature.nonExamples()) {
      if (signature.pattern().matcher(text).find()) {
        fault("matches its non-example '" + text + "'", "narrow the pattern");
      }
    }
    for (Signature.Condition condition : signature.all()) {
      if (condition.example().filter(e -> !condition.pattern().matcher(e).find()).isPresent()) {
        fault("a condition does not match its example", "mend either");
      }
    }
  }

  /** A field that nothing says, or conditions that no one answer can meet, never fire. */
  void fields(Function<Field, Set<String>> sayers) {
    Set<String> together = new HashSet<>(sayers.apply(signature.field()));
    Set<Field> used = new TreeSet<>(Set.of(signature.field()));
    signature.all().forEach(c -> used.add(c.field()));
    for (Field field : used) {
      if (sayers.apply(field).isEmpty()) {
        fault(
            "no probe says the field " + field,
            "correct the field's name; docs/observations.md lists all");
        return;
      }
      if (field.name().startsWith("nmap.") && signature.verified()) {
        fault(
            field + " is another program's conclusion, not the device's word",
            "write verified: false; it then never gives more than possible");
      }
      together.retainAll(sayers.apply(field));
    }
    if (together.isEmpty()) {
      fault(
          "no one probe says all its fields, so its conditions are never met",
          "use conditions on what the same probe says");
    }
  }

  void breadth(List<OrdinaryText> ordinary) {
    if (signature.pattern().matcher("").find()) {
      fault("matches the empty text, so anything", "narrow the pattern");
      return;
    }
    for (OrdinaryText text : ordinary) {
      boolean alone = signature.all().isEmpty();
      if (alone && !text.bears(signature) && signature.pattern().matcher(text.text()).find()) {
        fault(
            "takes the ordinary text '" + text.text() + "' for its own",
            "narrow the pattern, or claim 'device: other'");
        return;
      }
    }
  }
}
