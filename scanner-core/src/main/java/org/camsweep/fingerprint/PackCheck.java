package org.camsweep.fingerprint;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;

/** What an author of a pack wants to know before anybody relies on it. */
public final class PackCheck {
  /**
   * What was found.
   *
   * @param pack what could be read
   * @param faults what must be mended, each with file, line and cure
   * @param remarks what a person should look at; not wrong in itself
   */
  public record Result(Pack pack, List<ConfigException> faults, List<String> remarks) {
    public Result {
      faults = List.copyOf(faults);
      remarks = List.copyOf(remarks);
    }
  }

  private final Faults faults = new Faults();
  private final List<String> remarks = new ArrayList<>();

  private PackCheck() {}

  /**
   * Reads a pack and checks it.
   *
   * @param declared the fields that probes declare, and those derived from them; empty to leave
   *     this check out
   * @param ordinary texts that no signature may take for a camera's
   */
  public static Result check(
      PackFiles files, Set<Field> declared, Collection<OrdinaryText> ordinary) {
    PackCheck check = new PackCheck();
    Pack pack = PackReader.read(files, check.faults);
    Map<Field, List<OrdinaryText>> byField =
        ordinary.stream().collect(Collectors.groupingBy(OrdinaryText::field));
    for (Signature signature : pack.signatures()) {
      check.examples(signature);
      check.fields(signature, declared);
      check.breadth(signature, byField.getOrDefault(signature.field(), List.of()));
    }
    check.sharedTexts(pack);
    check.sameTwice(pack);
    check.sharedBlocks(pack);
    check.faults.attempt(pack.registry()::check);
    return new Result(pack, check.faults.found(), check.remarks);
  }

  private void fault(Signature s, String problem, String cure) {
    faults.add(new ConfigException(s.file(), s.line(), s.id() + ": " + problem, cure));
  }

  private void examples(Signature signature) {
    Set<String> unchecked = new TreeSet<>(SignatureReader.captures(signature.pattern()));
    for (Signature.Example example : signature.examples()) {
      unchecked.removeAll(example.captures().keySet());
      Matcher matcher = signature.pattern().matcher(example.text());
      if (!matcher.find()) {
        fault(signature, "does not match its example '" + example.text() + "'", "mend either");
        continue;
      }
      example
          .captures()
          .forEach(
              (name, want) -> {
                String got = Optional.ofNullable(matcher.group(name)).orElse("");
                if (!got.equals(want)) {
                  String what = "captures " + name + " '" + got + "', not '" + want + "'";
                  fault(signature, what, "mend the pattern or the example");
                }
              });
    }
    if (!unchecked.isEmpty()) {
      fault(signature, "no example checks " + String.join(", ", unchecked), "add it to an example");
    }
    for (String text : signature.nonExamples()) {
      if (signature.pattern().matcher(text).find()) {
        fault(signature, "matches its non-example '" + text + "'", "narrow the pattern");
      }
    }
    for (Signature.Condition condition : signature.all()) {
      if (condition.example().filter(e -> !condition.pattern().matcher(e).find()).isPresent()) {
        fault(signature, "a condition does not match its example", "mend either");
      }
    }
  }

  private void fields(Signature signature, Set<Field> declared) {
    List<Field> used = new ArrayList<>(List.of(signature.field()));
    signature.all().forEach(c -> used.add(c.field()));
    for (Field field : used) {
      if (!declared.isEmpty() && !declared.contains(field)) {
        fault(signature, "no probe declares the field " + field, "correct the field's name");
      }
      if (field.name().startsWith("nmap.") && signature.verified()) {
        String cure = "write verified: false; it then never gives more than possible";
        fault(signature, field + " is another program's conclusion, not the device's word", cure);
      }
    }
  }

  private void breadth(Signature signature, List<OrdinaryText> ordinary) {
    if (signature.pattern().matcher("").find()) {
      fault(signature, "matches the empty text, so anything", "narrow the pattern");
      return;
    }
    for (OrdinaryText text : ordinary) {
      boolean alone = signature.all().isEmpty();
      if (alone && !text.bears(signature) && signature.pattern().matcher(text.text()).find()) {
        fault(
            signature,
            "takes the ordinary text '" + text.text() + "' for its own",
            "narrow the pattern, or claim 'device: other'");
        return;
      }
    }
  }

  /** Texts that two unrelated makers claim: for a person to judge, never settled by order. */
  private void sharedTexts(Pack pack) {
    Map<Field, List<Signature>> byField =
        pack.signatures().stream()
            .filter(s -> s.maker().isPresent() && s.evidence() != EvidenceKind.LIKENESS)
            .collect(Collectors.groupingBy(Signature::field));
    for (List<Signature> group : byField.values()) {
      for (Signature signature : group) {
        for (Signature other : group) {
          if (unrelated(pack, signature, other) && other.all().isEmpty()) {
            claimedText(signature, other);
          }
        }
      }
    }
  }

  private void claimedText(Signature signature, Signature other) {
    for (Signature.Example example : signature.examples()) {
      if (other.pattern().matcher(example.text()).find()) {
        remarks.add(signature.id() + " and " + other.id() + " both claim '" + example.text() + "'");
      }
    }
  }

  private static boolean unrelated(Pack pack, Signature one, Signature other) {
    String a = one.maker().orElseThrow();
    String b = other.maker().orElseThrow();
    return !pack.isWithin(a, b) && !pack.isWithin(b, a);
  }

  /** Signatures that can never say more than an earlier one. */
  private void sameTwice(Pack pack) {
    Map<List<Object>, String> seen = new HashMap<>();
    for (Signature s : pack.signatures()) {
      if (s.all().isEmpty()) {
        List<Object> key =
            List.of(s.field(), s.pattern().pattern(), s.pattern().flags(), s.maker(), s.device());
        Optional<String> first = Optional.ofNullable(seen.putIfAbsent(key, s.id()));
        first.ifPresent(id -> fault(s, "says the same as " + id, "remove one of them"));
      }
    }
  }

  private void sharedBlocks(Pack pack) {
    Map<String, MacPrefix> seen = new HashMap<>();
    for (MacPrefix prefix : pack.prefixes()) {
      Optional<MacPrefix> first = Optional.ofNullable(seen.putIfAbsent(prefix.digits(), prefix));
      if (first.isPresent()) {
        remarks.add(
            "block "
                + prefix.digits()
                + " is listed for "
                + first.get().maker()
                + " and "
                + prefix.maker());
      }
    }
  }
}
