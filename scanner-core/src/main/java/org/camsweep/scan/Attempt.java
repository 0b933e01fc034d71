package org.camsweep.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;

/**
 * The attempts of a scan that was taken up again. The identifiers of observations tell them: {@code
 * o12} is of the first, {@code o31-2} of the second. A host that was being asked when a scan was
 * cut off is asked anew; the journal keeps what it said both times, a report takes the later.
 */
final class Attempt {
  private static final Pattern ID = Pattern.compile("o(\\d{1,18})(?:-(\\d{1,6}))?");

  /**
   * What is asked again: a probe's questions to one place of a host. What it says unasked, it says
   * in every attempt; that never takes the place of an answer.
   */
  private record Place(
      Address address, ProbeId probe, Endpoint endpoint, Optional<String> via, boolean unasked) {
    private Place(Observation o) {
      this(o.address(), o.probe(), o.endpoint(), o.via(), o.isUnasked());
    }
  }

  private Attempt() {}

  /** The identifier of an observation. */
  static String id(long number, int attempt) {
    return "o" + number + (attempt > 1 ? "-" + attempt : "");
  }

  /** The number of an observation; empty if somebody else named it. */
  static OptionalLong number(String id) {
    Matcher own = ID.matcher(id);
    return own.matches() ? OptionalLong.of(Long.parseLong(own.group(1))) : OptionalLong.empty();
  }

  /** Which attempt an observation is of. */
  static int of(String id) {
    Matcher own = ID.matcher(id);
    return own.matches() && own.group(2) != null ? Integer.parseInt(own.group(2)) : 1;
  }

  /**
   * What counts: of each place the last attempt's answers. Where that one was cut off too and has
   * fewer than an earlier one, the earlier one's further answers stay, so that nothing is lost.
   */
  static List<Observation> latest(List<Observation> all) {
    Map<Place, Integer> last = new HashMap<>();
    for (Observation o : all) {
      last.merge(new Place(o), of(o.id()), Math::max);
    }
    if (last.values().stream().allMatch(attempt -> attempt == 1)) {
      return all;
    }
    Map<Place, Integer> lately = new HashMap<>();
    for (Observation o : all) {
      Place place = new Place(o);
      lately.merge(place, of(o.id()) == last.get(place) ? 1 : 0, Integer::sum);
    }
    List<Observation> kept = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Observation o : all) {
      Place place = new Place(o);
      int attempt = of(o.id());
      int nth = seen.merge(place + " " + attempt, 1, Integer::sum);
      if (attempt == last.get(place) || nth > lately.get(place)) {
        kept.add(o);
      }
    }
    return kept;
  }
}
