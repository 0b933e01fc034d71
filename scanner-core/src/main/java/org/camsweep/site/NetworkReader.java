package org.camsweep.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads the networks of a site file, with the file's defaults; one instance for one file. */
final class NetworkReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "cidr",
          "sensitive",
          "sensitiveReason",
          "coreNetwork",
          "control",
          "managedBy",
          "exclude",
          "ports",
          "rate",
          "hostRate",
          "hostConnections",
          "regimes",
          "credentials",
          "snmp");

  private enum Control {
    OWN,
    LANDLORD,
    CONTRACTOR
  }

  private record Written(Cidr block, String network, YamlValue at) {}

  private final Map<String, Credential> credentials;
  private final Map<String, String> credentialsByNetwork = new HashMap<>();
  private final Map<String, SnmpAccess> snmpByNetwork = new HashMap<>();
  private final Path folder;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Written> written = new ArrayList<>();
  private final Pace pace;
  private final List<Integer> ports;
  private final List<String> regimes;

  NetworkReader(Map<String, Credential> credentials, Optional<YamlValue> defaults, Path folder)
      throws ConfigException {
    this.folder = folder;
    this.credentials = credentials;
    if (defaults.isEmpty()) {
      this.pace = Pace.STANDARD;
      this.ports = List.of();
      this.regimes = List.of();
    } else {
      YamlMap map =
          defaults.get().map(Set.of("rate", "hostRate", "hostConnections", "ports", "regimes"));
      this.pace = pace(map, Pace.STANDARD);
      this.ports = ports(map, List.of());
      this.regimes = regimes(map, List.of());
    }
  }

  Map<String, String> credentialsByNetwork() {
    return credentialsByNetwork;
  }

  Map<String, SnmpAccess> snmpByNetwork() {
    return snmpByNetwork;
  }

  Network read(String site, YamlValue value) throws ConfigException {
    YamlMap map = value.map(KEYS);
    String id = Ids.read(map.need("id"));
    Integer earlier = lines.putIfAbsent(id, map.need("id").line());
    if (earlier != null) {
      throw map.need("id")
          .wrong(
              "network id '" + id + "' is already used in line " + earlier,
              "give each network its own id, in all sites");
    }
    List<Cidr> blocks = cidrs(id, map);
    credential(id, map);
    if (map.get("snmp").isPresent()) {
      snmpByNetwork.put(id, SnmpAccessReader.read(map.need("snmp"), folder));
    }
    return new Network(
        site,
        id,
        blocks,
        exclusions(id, map, blocks),
        sensitive(id, map),
        map.bool("coreNetwork", false),
        control(map),
        ports(map, ports),
        pace(map, pace),
        regimes(map, regimes));
  }

  private List<Cidr> cidrs(String id, YamlMap map) throws ConfigException {
    List<Cidr> blocks = new ArrayList<>();
    for (YamlValue item : map.need("cidr").list()) {
      Cidr block =
          checked(
              item,
              word -> {
                Cidr read = Blocks.block(word);
                Blocks.refuseUnplaced(read);
                return read;
              });
      blocks.add(block);
      written.add(new Written(block, id, item));
    }
    if (blocks.isEmpty()) {
      throw map.keyWrong(
          "cidr", "network '" + id + "' has no addresses", "write cidr: 10.0.0.0/24");
    }
    return blocks;
  }

  /**
   * Sorted blocks nest or are apart, so an overlap shows between neighbours; not so with blocks of
   * several links, which are few and are compared each with each.
   */
  void checkOverlaps() throws ConfigException {
    List<Written> sorted = new ArrayList<>(written);
    sorted.sort(Comparator.comparing(Written::block));
    for (int i = 1; i < sorted.size(); i++) {
      refuseOverlap(sorted.get(i - 1), sorted.get(i));
    }
    List<Written> local = sorted.stream().filter(w -> w.block().touchesLinkLocal6()).toList();
    for (int i = 0; i < local.size(); i++) {
      for (int j = 0; j < i; j++) {
        refuseOverlap(local.get(j), local.get(i));
      }
    }
  }

  private static void refuseOverlap(Written a, Written b) throws ConfigException {
    if (a.block().overlaps(b.block())) {
      boolean inOrder = a.at().line() <= b.at().line();
      Written first = inOrder ? a : b;
      Written second = inOrder ? b : a;
      throw second
          .at()
          .wrong(
              "%s of network '%s' overlaps %s of network '%s' in line %d"
                  .formatted(
                      second.block(),
                      second.network(),
                      first.block(),
                      first.network(),
                      first.at().line()),
              "let every address belong to one network; use one site file for each site that"
                  + " repeats a range");
    }
  }

  private static List<Cidr> exclusions(String id, YamlMap map, List<Cidr> blocks)
      throws ConfigException {
    List<Cidr> exclusions = new ArrayList<>();
    for (YamlValue item : map.list("exclude")) {
      for (Cidr exclusion : checked(item, Blocks::parse)) {
        if (!Blocks.hold(blocks, exclusion)) {
          throw item.wrong(
              "exclusion " + item.text() + " does not lie in network '" + id + "'",
              "remove it, or correct the address");
        }
        exclusions.add(exclusion);
      }
    }
    return exclusions;
  }

  private static Optional<SensitiveReason> sensitive(String id, YamlMap map)
      throws ConfigException {
    boolean sensitive = map.bool("sensitive", false);
    Optional<YamlValue> reason = map.get("sensitiveReason");
    if (!sensitive && reason.isPresent()) {
      throw map.keyWrong(
          "sensitiveReason",
          "network '" + id + "' has a sensitiveReason but is not sensitive",
          "add 'sensitive: true' or remove the reason");
    }
    if (sensitive && reason.isEmpty()) {
      throw map.keyWrong(
          "sensitive",
          "network '" + id + "' is sensitive without a reason",
          "add sensitiveReason: secret-material, vetted-staff, ministerial-use, socpa-2005 or"
              + " owner-decision");
    }
    return sensitive ? Optional.of(reason.get().oneOf(SensitiveReason.class)) : Optional.empty();
  }

  private static Optional<String> control(YamlMap map) throws ConfigException {
    Optional<String> managedBy = map.text("managedBy");
    if (map.get("control").isEmpty()) {
      return managedBy;
    }
    String control = YamlValue.word(map.need("control").oneOf(Control.class));
    return Optional.of(managedBy.map(name -> control + ": " + name).orElse(control));
  }

  private void credential(String id, YamlMap map) throws ConfigException {
    Optional<YamlValue> value = map.get("credentials");
    if (value.isPresent()) {
      String name = Ids.read(value.get());
      if (!credentials.containsKey(name)) {
        throw value
            .get()
            .wrong("credentials '" + name + "' are not defined", "add them under 'credentials:'");
      }
      credentialsByNetwork.put(id, name);
    }
  }

  private static Pace pace(YamlMap map, Pace otherwise) throws ConfigException {
    int[] values = {otherwise.rate(), otherwise.hostRate(), otherwise.hostConnections()};
    int[] most = {Pace.MAX_RATE, Pace.MAX_HOST_RATE, Pace.MAX_HOST_CONNECTIONS};
    List<String> keys = List.of("rate", "hostRate", "hostConnections");
    for (int i = 0; i < values.length; i++) {
      Optional<YamlValue> value = map.get(keys.get(i));
      if (value.isPresent()) {
        values[i] = value.get().integer(1, most[i]);
      }
    }
    return new Pace(values[0], values[1], values[2]);
  }

  private static List<Integer> ports(YamlMap map, List<Integer> otherwise) throws ConfigException {
    List<YamlValue> items = map.list("ports");
    if (map.get("ports").isPresent() && items.isEmpty()) {
      throw map.keyWrong("ports", "no port is listed", "write ports: cameras, or remove the key");
    }
    List<Integer> all = new ArrayList<>();
    for (YamlValue item : items) {
      all.addAll(checked(item, word -> Ports.parse(List.of(word))));
    }
    return items.isEmpty() ? otherwise : all.stream().distinct().sorted().toList();
  }

  private static List<String> regimes(YamlMap map, List<String> otherwise) throws ConfigException {
    List<String> ids = new ArrayList<>();
    for (YamlValue item : map.list("regimes")) {
      ids.add(Ids.read(item));
    }
    return map.get("regimes").isEmpty() ? otherwise : ids;
  }

  private static <T> T checked(YamlValue item, java.util.function.Function<String, T> read)
      throws ConfigException {
    String word = item.text();
    try {
      return read.apply(word);
    } catch (IllegalArgumentException e) {
      String[] parts = e.getMessage().split("; ", 2);
      throw item.wrong(parts[0] + " at " + item.path(), parts[parts.length - 1]);
    }
  }
}
