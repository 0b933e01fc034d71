package org.camsweep.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.device.Device;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;

/**
 * What a reader must know of how one device was heard: which limits its answers met, and what it
 * was therefore not asked.
 */
public final class Remarks {
  /** Why a reply was cut. */
  public static final Field CUT_SHORT = Field.of("scan.cut-short");

  /** A limit that a host met, but not within one reply. */
  public static final Field LIMIT = Field.of("scan.limit");

  private static final Field NOT_ASKED = Field.of("scan.not-asked");
  private static final String WITHHELD =
      "a key or password of the owner's is withheld from its words: ";

  /** Places that are named of those where the same limit was met. */
  private static final int PLACES = 3;

  private Remarks() {}

  /**
   * The remarks on a device, sorted, each once.
   *
   * @param limits that were met in judging it
   */
  public static List<String> of(Device device, Collection<String> limits) {
    Map<String, Set<String>> cut = new TreeMap<>();
    Set<String> met = new TreeSet<>(limits);
    Set<String> unheard = new LinkedHashSet<>();
    Set<String> withheld = new TreeSet<>();
    for (Observation one : device.observations()) {
      for (Fact fact : one.facts()) {
        if (fact.field().equals(CUT_SHORT)) {
          cut.computeIfAbsent(fact.value(), l -> new TreeSet<>()).add(place(one));
        } else if (fact.field().equals(LIMIT)) {
          met.add(fact.value());
        } else if (fact.field().equals(NOT_ASKED) && fact.value().startsWith("not-heard")) {
          unheard.add(place(one));
        } else if (fact.field().equals(Observation.WITHHELD)) {
          withheld.add(place(one));
        }
      }
    }
    List<String> remarks = new ArrayList<>();
    cut.forEach((limit, places) -> remarks.add("cut short, " + limit + ": " + some(places)));
    met.forEach(limit -> remarks.add("limit met: " + limit));
    if (!unheard.isEmpty()) {
      remarks.add("an answer may have found no room in the scanning machine: " + some(unheard));
    }
    if (!withheld.isEmpty()) {
      remarks.add(WITHHELD + some(withheld));
    }
    return List.copyOf(remarks);
  }

  private static String place(Observation one) {
    return one.probe().name() + " at " + one.endpoint();
  }

  private static String some(Set<String> places) {
    List<String> first = places.stream().limit(PLACES).toList();
    int more = places.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Sentences for the list of what was not examined; none where no device has a remark. */
  static List<String> sentences(List<Report.Entry> entries) {
    List<String> all = new ArrayList<>();
    long met =
        entries.stream().filter(e -> e.remarks().stream().anyMatch(r -> !isWithheld(r))).count();
    if (met > 0) {
      all.add(
          (met == 1 ? "1 device" : met + " devices")
              + " met a limit of this program: what was said beyond it was not read, or was not"
              + " asked; the remarks on the device name the limit.");
    }
    long repeated =
        entries.stream().filter(e -> e.remarks().stream().anyMatch(Remarks::isWithheld)).count();
    if (repeated > 0) {
      all.add(
          (repeated == 1 ? "1 device" : repeated + " devices")
              + " said a key or password of the owner's: it is withheld from this record, and what"
              + " it was part of was judged without it; the remarks on the device name the place."
              + " Change it.");
    }
    return all;
  }

  private static boolean isWithheld(String remark) {
    return remark.startsWith(WITHHELD);
  }
}
