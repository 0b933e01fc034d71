package org.camsweep.identify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camsweep.device.Device;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;

/** How a device sounds: what it says over TCP, to the byte, and where. */
final class Voice {
  /** With fewer ports asked, all of them open means little. */
  static final int PORTS = 10;

  private static final Pattern NONCE = Pattern.compile("(?i)nonce=\"?([^\", ]{1,256})");

  private Voice() {}

  /** The same for devices that say the same bytes at the same ports; empty for one that is mute. */
  static Optional<String> of(Device device) {
    SortedSet<String> said = new TreeSet<>();
    for (Observation one : device.observations()) {
      if (isStream(one) && !one.facts().isEmpty()) {
        one.rawSha256().ifPresent(hash -> said.add(one.endpoint() + " " + hash));
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", said));
  }

  /** What no second box has: hardware addresses seen on the link, and nonces. */
  static Set<String> unrepeated(Device device) {
    SortedSet<String> all = new TreeSet<>();
    for (Observation one : device.observations()) {
      for (Fact fact : one.facts()) {
        String field = fact.field().name();
        if (field.equals("neighbour.mac")) {
          all.add("seen " + fact.value());
        } else if (field.endsWith(".challenge")) {
          Matcher nonce = NONCE.matcher(fact.value());
          if (nonce.find()) {
            all.add("nonce " + nonce.group(1));
          }
        }
      }
    }
    return all;
  }

  /**
   * How many TCP ports were asked and all found open; 0 where one was not, or few were asked. No
   * device runs something at every port: a tarpit or a proxy does.
   */
  static int allOpen(Device device) {
    SortedSet<Integer> asked = new TreeSet<>();
    SortedSet<Integer> open = new TreeSet<>();
    for (Observation one : device.observations()) {
      if (isStream(one) && one.outcome() != Outcome.NOT_ASKED) {
        asked.add(one.endpoint().port());
        if (one.facts().stream().anyMatch(f -> f.field().name().equals("port.open"))) {
          open.add(one.endpoint().port());
        }
      }
    }
    return asked.size() >= PORTS && asked.equals(open) ? asked.size() : 0;
  }

  private static boolean isStream(Observation one) {
    Endpoint at = one.endpoint();
    return at.transport().equals("tcp");
  }
}
