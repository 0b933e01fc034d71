package org.camsweep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Network;

/** What changed from one report to a later one. Pure: the same two reports give the same list. */
public final class Comparison {
  private final Report earlier;
  private final Report later;

  private Comparison(Report earlier, Report later) {
    this.earlier = earlier;
    this.later = later;
  }

  /** The changes, by kind in the order of the kinds. */
  public static List<Change> between(Report earlier, Report later) {
    return new Comparison(earlier, later).changes();
  }

  private List<Change> changes() {
    Pairs pairs = Pairs.of(earlier.entries(), later.entries());
    List<Change> changes = new ArrayList<>();
    pairs.onlyLater().forEach(e -> changes.add(appeared(e)));
    pairs.onlyEarlier().forEach(e -> changes.add(vanished(e)));
    pairs.both().forEach(p -> compare(p, changes));
    changes.sort(Comparator.comparing(Change::kind));
    return List.copyOf(changes);
  }

  private Change appeared(Entry entry) {
    String what =
        lookedAt(earlier, entry)
            ? "not seen before at " + addresses(entry)
            : "the earlier inspection did not look at " + addresses(entry);
    return new Change(Change.Kind.NEW, Optional.empty(), Optional.of(entry), what);
  }

  private Change vanished(Entry entry) {
    return lookedAt(later, entry)
        ? new Change(
            Change.Kind.GONE,
            Optional.of(entry),
            Optional.empty(),
            "no longer seen at " + addresses(entry) + "; it may be switched off or moved away")
        : new Change(
            Change.Kind.NOT_LOOKED_AT,
            Optional.of(entry),
            Optional.empty(),
            "the later inspection did not look at " + addresses(entry));
  }

  /** Whether the inspection came to its end and asked an address of the device. */
  private static boolean lookedAt(Report report, Entry entry) {
    return report.coverage().complete()
        && entry.device().addresses().stream()
            .anyMatch(a -> report.networks().stream().anyMatch(n -> asks(n, a)));
  }

  private static boolean asks(Network network, Address address) {
    return network.contains(address) && !network.excludes(address);
  }

  private void compare(Pairs.Pair pair, List<Change> changes) {
    Entry before = pair.before();
    Entry after = pair.after();
    if (!before.device().network().equals(after.device().network())
        || !Pairs.shareAddress(before, after)) {
      add(changes, Change.Kind.MOVED, pair, place(before), place(after));
    }
    Optional<String> oldFirmware = before.identification().firmware();
    Optional<String> newFirmware = after.identification().firmware();
    if (oldFirmware.isPresent() && newFirmware.isPresent() && !oldFirmware.equals(newFirmware)) {
      add(changes, Change.Kind.FIRMWARE, pair, oldFirmware.get(), newFirmware.get());
    }
    String oldJudgement = judgement(before);
    String newJudgement = judgement(after);
    if (!oldJudgement.equals(newJudgement)) {
      boolean same = saysTheSame(before, after);
      Change.Kind kind = same ? Change.Kind.REJUDGED : Change.Kind.CHANGED;
      add(changes, kind, pair, oldJudgement, newJudgement);
    }
  }

  private static void add(
      List<Change> changes, Change.Kind kind, Pairs.Pair pair, String was, String is) {
    changes.add(
        new Change(kind, Optional.of(pair.before()), Optional.of(pair.after()), was + " → " + is));
  }

  /**
   * Whether nothing that both reports show of the device differs. Under one pack the evidence must
   * be the same; under two, evidence on a field that only one of them looks at proves nothing.
   */
  private boolean saysTheSame(Entry before, Entry after) {
    Identification old = before.identification();
    Identification now = after.identification();
    boolean stated =
        agree(old.model(), now.model())
            && agree(old.serial(), now.serial())
            && agree(old.firmware(), now.firmware());
    Map<String, Set<String>> oldValues = values(old);
    Map<String, Set<String>> newValues = values(now);
    if (earlier.provenance().pack().equals(later.provenance().pack())) {
      return stated && oldValues.equals(newValues);
    }
    return stated
        && oldValues.entrySet().stream()
            .allMatch(e -> newValues.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
  }

  private static boolean agree(Optional<String> a, Optional<String> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  private static Map<String, Set<String>> values(Identification identification) {
    Map<String, Set<String>> values = new TreeMap<>();
    Stream.concat(identification.evidence().stream(), identification.contrary().stream())
        .forEach(e -> values.computeIfAbsent(e.field(), f -> new TreeSet<>()).add(e.value()));
    return values;
  }

  /** All that a newer pack or rule may say differently of the same device. */
  private static String judgement(Entry entry) {
    Identification i = entry.identification();
    String findings =
        entry.findings().stream()
            .map(Comparison::finding)
            .sorted()
            .collect(Collectors.joining(", "));
    return Words.of(i.kind())
        + ", brand "
        + i.brand().orElse("not known")
        + ", maker "
        + i.maker().map(Maker::name).orElse("not known")
        + " ("
        + Words.of(i.level())
        + "), "
        + (findings.isEmpty() ? "no finding" : findings);
  }

  private static String finding(Finding finding) {
    return finding.regime()
        + "/"
        + finding.limb()
        + " "
        + Words.of(finding.verdict())
        + finding.waiver().map(w -> " (waived: " + w + ")").orElse("");
  }

  private static String place(Entry entry) {
    return entry.device().network().orElse("outside the scope") + " " + addresses(entry);
  }

  private static String addresses(Entry entry) {
    return entry.device().addresses().stream()
        .map(AddressText::of)
        .collect(Collectors.joining(", "));
  }
}
