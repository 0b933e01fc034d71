package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Field;
import org.camsweep.pattern.Cover;
import org.camsweep.pattern.Memory;
import org.camsweep.pattern.PatternSet;

/** What can be wrong between signatures. */
final class ClaimsCheck {
  private final Pack pack;
  private final Faults faults;

  ClaimsCheck(Pack pack, Faults faults) {
    this.pack = pack;
    this.faults = faults;
  }

  /** Signatures that can never say more than another one: the same claims, and no text more. */
  void sameTwice() {
    Map<List<Object>, List<Signature>> alike = new LinkedHashMap<>();
    for (Signature s : pack.signatures()) {
      if (s.all().isEmpty()) {
        alike.computeIfAbsent(claims(s), k -> new ArrayList<>()).add(s);
      }
    }
    for (List<Signature> group : alike.values()) {
      Set<Signature> gone = new java.util.HashSet<>();
      for (Signature narrow : group) {
        group.stream()
            .filter(
                wide ->
                    !wide.id().equals(narrow.id()) && !gone.contains(wide) && covers(wide, narrow))
            .findFirst()
            .ifPresent(
                wide -> {
                  gone.add(narrow);
                  faults.add(
                      SignatureCheck.at(
                          narrow,
                          "is never the only one to match: " + wide.id() + " says the same",
                          "remove it, or move its examples there"));
                });
      }
    }
  }

  private static List<Object> claims(Signature s) {
    return List.of(
        s.field(),
        s.maker(),
        s.brand(),
        s.device(),
        s.evidence(),
        s.verified(),
        SignatureReader.captures(s.pattern()));
  }

  /** Also whether every example of the narrow one is captured alike. */
  private static boolean covers(Signature wide, Signature narrow) {
    for (Signature.Example example : narrow.examples()) {
      com.google.re2j.Matcher matcher = wide.pattern().matcher(example.text());
      if (!matcher.find()) {
        return false;
      }
      for (Map.Entry<String, String> capture : example.captures().entrySet()) {
        if (!capture.getValue().equals(matcher.group(capture.getKey()))) {
          return false;
        }
      }
    }
    return wide.pattern().pattern().equals(narrow.pattern().pattern())
        || Cover.covers(wide.pattern().pattern(), narrow.pattern().pattern());
  }

  /** What a person must judge: it is never settled by order. */
  List<ConfigException> remarks() {
    List<ConfigException> remarks = new ArrayList<>();
    Map<Field, List<Signature>> byField =
        pack.signatures().stream()
            .filter(s -> s.maker().isPresent() && s.evidence() != EvidenceKind.LIKENESS)
            .collect(Collectors.groupingBy(Signature::field));
    new java.util.TreeMap<>(byField).values().forEach(group -> sharedTexts(group, remarks));
    sharedBlocks(remarks);
    return remarks;
  }

  private void sharedTexts(List<Signature> group, Collection<ConfigException> remarks) {
    PatternSet all =
        PatternSet.of(group.stream().map(s -> s.pattern().pattern()).toList(), new Memory(20_000));
    for (Signature signature : group) {
      for (Signature.Example example : signature.examples()) {
        Arrays.stream(all.candidates(example.text()))
            .mapToObj(group::get)
            .filter(other -> other.all().isEmpty() && isUnrelated(signature, other))
            .filter(other -> other.pattern().matcher(example.text()).find())
            .forEach(
                other ->
                    remarks.add(
                        SignatureCheck.at(
                            signature,
                            other.id() + " claims its text '" + example.text() + "', too",
                            "let each match its own maker's texts only, or mark both likeness")));
      }
    }
  }

  private boolean isUnrelated(Signature one, Signature other) {
    String a = one.maker().orElseThrow();
    String b = other.maker().orElseThrow();
    return !pack.isWithin(a, b) && !pack.isWithin(b, a);
  }

  private void sharedBlocks(Collection<ConfigException> remarks) {
    Map<String, MacPrefix> seen = new HashMap<>();
    for (MacPrefix prefix : pack.prefixes()) {
      Optional<MacPrefix> first = Optional.ofNullable(seen.putIfAbsent(prefix.digits(), prefix));
      first.ifPresent(
          f ->
              remarks.add(
                  new ConfigException(
                      "makers/" + prefix.maker() + ".yaml",
                      0,
                      "block " + prefix.digits() + " is listed for " + f.maker() + ", too",
                      "keep it where the registry has it")));
    }
  }
}
