package org.camsweep.fingerprint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camsweep.observe.Mac;

/** What is known of makers: who they are, how their devices show themselves, who relabels whom. */
public final class Pack {
  private static final int[] BLOCK_DIGITS = {9, 7, 6};

  private final String version;
  private final String hash;
  private final SortedMap<String, Maker> makers;
  private final List<Signature> signatures;
  private final List<Label> labels;
  private final List<MacPrefix> prefixes;
  private final PrefixRegistry registry;
  private final Map<String, List<MacPrefix>> byDigits = new HashMap<>();

  Pack(
      String version,
      String hash,
      Collection<Maker> makers,
      List<Signature> signatures,
      List<Label> labels,
      List<MacPrefix> prefixes,
      PrefixRegistry registry) {
    this.version = version;
    this.hash = hash;
    this.makers = new TreeMap<>();
    makers.forEach(m -> this.makers.put(m.id(), m));
    this.signatures = List.copyOf(signatures);
    this.labels = List.copyOf(labels);
    this.prefixes = List.copyOf(prefixes);
    this.registry = registry;
    for (MacPrefix prefix : prefixes) {
      byDigits.merge(prefix.digits(), List.of(prefix), Pack::joined);
    }
  }

  private static List<MacPrefix> joined(List<MacPrefix> some, List<MacPrefix> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  public String version() {
    return version;
  }

  /** SHA-256 over all files of the pack, lower-case hex. */
  public String hash() {
    return hash;
  }

  /** All makers, sorted by id. */
  public Collection<Maker> makers() {
    return java.util.Collections.unmodifiableCollection(makers.values());
  }

  public Optional<Maker> maker(String id) {
    return Optional.ofNullable(makers.get(id));
  }

  public List<Signature> signatures() {
    return signatures;
  }

  public List<Label> labels() {
    return labels;
  }

  public List<MacPrefix> prefixes() {
    return prefixes;
  }

  /** The public list of registered blocks; the pack's own blocks outrank it. */
  public PrefixRegistry registry() {
    return registry;
  }

  /** Who registered the smallest known block that holds the address; mostly one, or none. */
  public List<MacPrefix> registrants(Mac mac) {
    String digits = MacPrefix.digits(mac);
    for (int length : BLOCK_DIGITS) {
      List<MacPrefix> found = byDigits.get(digits.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * Whether a word stands in what the pack knows makers by: their names, the texts that signatures
   * look for, and the labels. Whatever stands there is evidence, and no secret.
   *
   * @param word in small letters
   */
  public boolean mentions(String word) {
    return Stream.of(
            makers.values().stream()
                .flatMap(
                    m ->
                        Stream.of(List.of(m.id(), m.name()), m.otherNames(), m.tradeNames())
                            .flatMap(List::stream)),
            labels.stream().map(Label::label),
            signatures.stream()
                .flatMap(
                    s ->
                        Stream.concat(
                            Stream.of(s.pattern().pattern().replace("\\", "")),
                            s.examples().stream().map(Signature.Example::text))))
        .flatMap(texts -> texts)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
  }

  /** Whether one maker owns the other, directly or through others, or both are the same. */
  public boolean isWithin(String maker, String owner) {
    Set<String> seen = new HashSet<>();
    Optional<String> at = Optional.of(maker);
    while (at.isPresent() && seen.add(at.get())) {
      if (at.get().equals(owner)) {
        return true;
      }
      at = maker(at.get()).flatMap(Maker::parent);
    }
    return false;
  }
}
