package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.Signature;
import org.camsweep.identify.ReachCheck;
import org.camsweep.observe.Field;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Probe;

/** All checks of a pack, the same for its authors and in the build. */
public final class PackTrial {
  /** Fields of inputs that are no probes: whole families of them. */
  private static final Set<String> INPUTS = Set.of("snmp", "dhcp", "nmap");

  private final Map<Field, Set<String>> sayers = new TreeMap<>();

  private PackTrial() {
    for (Probe probe : ProbeCatalogue.all()) {
      for (Field field : probe.fields()) {
        say(field, probe.id().name());
        ReachCheck.derived(field).ifPresent(d -> say(d, probe.id().name()));
      }
      say(Field.of("port.open"), probe.id().name());
    }
    say(Field.of("neighbour.mac"), "neighbour");
  }

  private void say(Field field, String probe) {
    sayers.computeIfAbsent(field, f -> new TreeSet<>()).add(probe);
  }

  /** Reads a pack and runs every check on it. */
  public static PackCheck.Result run(PackFiles files) {
    PackTrial test = new PackTrial();
    PackCheck.Result result = PackCheck.check(files, test::sayers);
    List<ConfigException> faults = new ArrayList<>(result.faults());
    ReachCheck.unreached(result.pack(), ProbeCatalogue.fields()).forEach(u -> faults.add(fault(u)));
    return new PackCheck.Result(result.pack(), faults, result.remarks());
  }

  private static ConfigException fault(ReachCheck.Unreached unreached) {
    Signature s = unreached.signature();
    return new ConfigException(
        s.file(),
        s.line(),
        s.id() + ": a device that says '" + unreached.text() + "' does not lead to it",
        "check the field, the conditions and the example");
  }

  private Set<String> sayers(Field field) {
    String family = field.name().replaceAll("\\..*", "");
    return INPUTS.contains(family) ? Set.of(family) : sayers.getOrDefault(field, Set.of());
  }
}
