package org.camsweep.fingerprints;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;

/** A device of {@code scenarios.txt} and what must be believed of it; {@code *} is anything. */
record Scenario(
    String name, Set<String> kinds, Set<String> levels, String maker, String brand, Device device) {
  /** Blocks parted by empty lines; lines that start with {@code #} are remarks. */
  static List<Scenario> read(String text) {
    List<Scenario> all = new ArrayList<>();
    for (String block : text.split("\n\\s*\n", -1)) {
      List<String> lines = block.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        all.add(of(lines));
      }
    }
    return all;
  }

  private static Scenario of(List<String> lines) {
    String[] head = lines.get(0).split(" *\\| *", -1);
    // What one probe hears is one observation, as in a scan.
    Map<String, List<Fact>> byProbe = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fact = line.split(" = ", 2);
      byProbe
          .computeIfAbsent(fact[0].substring(0, fact[0].indexOf('.')), p -> new ArrayList<>())
          .add(Fact.of(Field.of(fact[0]), fact[1]));
    }
    List<Observation> heard = new ArrayList<>();
    byProbe.forEach((probe, facts) -> heard.add(observation(probe, facts)));
    return new Scenario(
        head[0],
        Set.of(head[1].split(" ", -1)),
        Set.of(head[2].split(" ", -1)),
        head[3],
        head[4],
        DeviceAssembler.assemble(heard).get(0));
  }

  static Observation observation(String probe, List<Fact> facts) {
    return new Observation(
        "o-" + probe,
        Cidr.address("192.0.2.7"),
        Optional.of("lan"),
        ProbeId.of(probe),
        probe.equals("neighbour") ? Endpoint.link() : Endpoint.tcp(80),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        facts,
        Optional.empty());
  }

  /** What is not as the scenario says; empty if all is. */
  List<String> wrong(Identification id) {
    List<String> wrong = new ArrayList<>();
    String named = id.maker().map(Maker::id).orElse("-");
    check(wrong, "kind", kinds, word(id.kind()));
    check(wrong, "level", levels, word(id.level()));
    check(wrong, "maker", Set.of(maker), named);
    check(wrong, "brand", Set.of(brand), id.brand().orElse("-"));
    return wrong;
  }

  private static void check(List<String> wrong, String what, Set<String> wanted, String got) {
    boolean fits = wanted.contains("*") || wanted.stream().anyMatch(got::equalsIgnoreCase);
    if (!fits) {
      wrong.add(what + " is " + got + ", not " + wanted);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return name;
  }
}
