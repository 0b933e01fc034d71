package org.camsweep.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.Maker;
import org.camsweep.report.Report.Entry;

/**
 * Which device of one report is which of another. The firmest reason goes first: the same key, then
 * the same serial number, then the same address where a hardware address is lacking; what
 * contradicts (two hardware addresses, two serial numbers) is never one device.
 */
final class Pairs {
  record Pair(Entry before, Entry after) {}

  private final List<Pair> both = new ArrayList<>();
  private final List<Entry> earlier;
  private final List<Entry> later;

  private Pairs(List<Entry> earlier, List<Entry> later) {
    this.earlier = new ArrayList<>(earlier);
    this.later = new ArrayList<>(later);
  }

  static Pairs of(List<Entry> earlier, List<Entry> later) {
    Pairs pairs = new Pairs(earlier, later);
    pairs.byKey();
    pairs.match(Pairs::sameSerial);
    pairs.match(Pairs::sameAddress);
    return pairs;
  }

  List<Pair> both() {
    return both;
  }

  List<Entry> onlyEarlier() {
    return earlier;
  }

  List<Entry> onlyLater() {
    return later;
  }

  private void byKey() {
    Map<DeviceId, Entry> keys = new HashMap<>();
    later.forEach(e -> keys.put(e.device().id(), e));
    for (Entry before : List.copyOf(earlier)) {
      Optional.ofNullable(keys.get(before.device().id()))
          .filter(after -> before.device().mac().isPresent() || !contradict(before, after))
          .ifPresent(after -> pair(before, after));
    }
  }

  /** Pairs what fits exactly one on the other side, and is the only one that does. */
  private void match(BiPredicate<Entry, Entry> fits) {
    for (Entry before : List.copyOf(earlier)) {
      List<Entry> found = later.stream().filter(a -> fits.test(before, a)).toList();
      if (found.size() == 1) {
        Entry after = found.get(0);
        if (earlier.stream().filter(b -> fits.test(b, after)).count() == 1) {
          pair(before, after);
        }
      }
    }
  }

  private void pair(Entry before, Entry after) {
    both.add(new Pair(before, after));
    earlier.remove(before);
    later.remove(after);
  }

  private static boolean sameSerial(Entry before, Entry after) {
    Optional<String> serial = before.identification().serial();
    return serial.filter(s -> !s.isBlank()).isPresent()
        && serial.equals(after.identification().serial())
        && !differ(makerId(before), makerId(after))
        && !differ(before.device().mac(), after.device().mac());
  }

  private static boolean sameAddress(Entry before, Entry after) {
    return before.device().network().equals(after.device().network())
        && shareAddress(before, after)
        && !contradict(before, after);
  }

  /** Whether an address of both may be the same: an older result told no link. */
  static boolean shareAddress(Entry before, Entry after) {
    return before.device().addresses().stream()
        .anyMatch(b -> after.device().addresses().stream().anyMatch(b::mayBe));
  }

  private static boolean contradict(Entry before, Entry after) {
    return differ(before.device().mac(), after.device().mac())
        || differ(before.identification().serial(), after.identification().serial());
  }

  private static Optional<String> makerId(Entry entry) {
    return entry.identification().maker().map(Maker::id);
  }

  private static boolean differ(Optional<?> a, Optional<?> b) {
    return a.isPresent() && b.isPresent() && !a.equals(b);
  }
}
