package org.camsweep.identify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.fingerprint.Certainty;
import org.camsweep.fingerprint.Label;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Pack;

/** Whose label a text is, and who builds under it. Letters and digits count, case does not. */
final class Names {
  private static final int MIN_LENGTH = 3;

  /** Words that stand in title bars and realms of many makers and are nobody's label there. */
  private static final Set<String> PLAIN =
      Set.of(
          "camera",
          "ipcamera",
          "ipcam",
          "ipc",
          "nvr",
          "dvr",
          "network",
          "networkcamera",
          "general",
          "private",
          "login",
          "index",
          "home",
          "onvif",
          "web",
          "video",
          "server",
          "admin",
          "device");

  private final Pack pack;
  private final Map<String, List<Maker>> owners;
  private final Map<String, List<Label>> rows;
  private final Map<String, Set<String>> namesOf = new HashMap<>();

  Names(Pack pack) {
    this.pack = pack;
    Map<String, List<Maker>> byName = new HashMap<>();
    for (Maker maker : pack.makers()) {
      maker.tradeNames().stream()
          .map(Names::normal)
          .distinct()
          .filter(n -> n.length() >= MIN_LENGTH)
          .forEach(n -> byName.merge(n, List.of(maker), Names::joined));
      namesOf.put(
          maker.id(),
          Stream.of(
                  maker.tradeNames().stream(), maker.otherNames().stream(), Stream.of(maker.name()))
              .flatMap(s -> s)
              .map(Names::normal)
              .collect(Collectors.toSet()));
    }
    owners = byName;
    rows =
        pack.labels().stream()
            .filter(l -> l.certainty() != Certainty.REFUTED)
            .filter(l -> normal(l.label()).length() >= MIN_LENGTH)
            .collect(Collectors.groupingBy(l -> normal(l.label())));
  }

  private static List<Maker> joined(List<Maker> some, List<Maker> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  static String normal(String text) {
    StringBuilder normal = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(normal::appendCodePoint);
    return normal.toString();
  }

  /** Whether the text is a label that somebody owns or is known to be sold under. */
  boolean isLabel(String normal) {
    return !PLAIN.contains(normal) && (owners.containsKey(normal) || rows.containsKey(normal));
  }

  List<Maker> owners(String normal) {
    return owners.getOrDefault(normal, List.of());
  }

  List<Label> rows(String normal) {
    return rows.getOrDefault(normal, List.of());
  }

  /** Every relabelling under any of a maker's names. */
  List<Label> rowsOfMaker(String maker) {
    return new HashSet<>(namesOf.getOrDefault(maker, Set.of()))
        .stream().sorted().flatMap(n -> rows(n).stream()).toList();
  }

  /** The first label that a maker owns. */
  Optional<String> label(String maker) {
    return pack.maker(maker).flatMap(m -> m.tradeNames().stream().findFirst());
  }

  /** Whether a verified source says that devices under the owner's names are built by the maker. */
  boolean isLabelOf(String owner, String maker) {
    return rowsOfMaker(owner).stream().anyMatch(l -> l.verified() && related(l.maker(), maker));
  }

  /** Whether one owns the other. */
  boolean related(String a, String b) {
    return a.equals(b) || pack.isWithin(a, b) || pack.isWithin(b, a);
  }

  /** Whether the owner owns the maker, directly or through others. */
  boolean isOwned(String maker, String owner) {
    return !maker.equals(owner) && pack.isWithin(maker, owner);
  }
}
