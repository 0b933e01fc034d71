package org.camsweep.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.camsweep.adversary.Adversary;
import org.camsweep.adversary.Behaviours;
import org.camsweep.adversary.Honest;

/**
 * The adversary's and some honest cameras' machines in the lab: on the scanner's link one machine
 * with a network card for each hostile device, behind the router one with an address for each.
 */
final class AdversarySite implements AutoCloseable {
  static final int FIRST = 34;

  /** Where those stand that are gone after one answer. */
  private static final int FIRST_FALLING = 224;

  /** On the scanner's link, one box answers for all of these. */
  static final String OWNED = "10.77.1.240/28";

  /** Behind the router, one box answers for all of these. */
  static final String FAR_OWNED = "10.77.2.128/25";

  private static final String OPEN_MAC = "00:40:8c:00:00:aa";
  private static final String RESTRICTED_MAC = "44:19:b6:00:00:ab";

  /**
   * A library's own device crashes under the adversary's datagrams, which is not what is tested.
   */
  private static final String SHIELD =
      """
      table inet shield {
        chain in {
          type filter hook input priority -10;
          ip saddr %s drop
        }
      }
      """;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Lab lab;
  private final Path folder;
  private final List<Process> started = new ArrayList<>();
  private final List<Netns> hosts = new ArrayList<>();

  AdversarySite(Lab lab) {
    this.lab = lab;
    this.folder = Path.of("target", "lab", Leftovers.prefix() + "adversary").toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The names of the hostile devices by their addresses. */
  static Map<String, String> devices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < Behaviours.names().size(); i++) {
      all.put(Segment.SITE.address(FIRST + i), Behaviours.names().get(i));
    }
    for (int i = 0; i < Behaviours.farNames().size(); i++) {
      all.put(Segment.FAR.address(FIRST + i), Behaviours.farNames().get(i) + " (far)");
    }
    for (int i = 0; i < Behaviours.fallingNames().size(); i++) {
      all.put(Segment.SITE.address(FIRST_FALLING + i), Behaviours.fallingNames().get(i));
    }
    return all;
  }

  /** How many addresses answer besides the honest ones: one for each behaviour, and two blocks. */
  static int hostile() {
    return Behaviours.names().size() + Behaviours.farNames().size() + 16 + 127 + 4;
  }

  /** What one box on the link answers for. */
  static List<String> owned() {
    return java.util.stream.IntStream.range(240, 255).mapToObj(Segment.SITE::address).toList();
  }

  /** What one box behind the router answers for. */
  static List<String> farOwned() {
    return java.util.stream.IntStream.range(128, 255).mapToObj(Segment.FAR::address).toList();
  }

  static String address(String name) {
    return devices().entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  static List<String> honest() {
    List<String> all = new ArrayList<>();
    for (Segment segment : Segment.values()) {
      all.add(segment.address(32));
      all.add(segment.address(33));
    }
    return all;
  }

  void startHonest() {
    for (Segment segment : Segment.values()) {
      honest(segment, 32, "open", OPEN_MAC);
      honest(segment, 33, "restricted", RESTRICTED_MAC);
    }
    awaitReady(4);
  }

  private void honest(Segment segment, int number, String kind, String mac) {
    String name = kind + "-" + segment.link();
    Netns host = lab.wiring().host(segment, number, name);
    String own = mac(mac, segment);
    host.must("ip", "link", "set", "eth0", "address", own);
    start(
        host, name, List.of(Honest.class.getName(), kind, segment.address(number), scanner(), own));
  }

  private static String mac(String mac, Segment segment) {
    return mac.substring(0, 12) + (segment == Segment.SITE ? "00" : "01") + mac.substring(14);
  }

  void startHostile() {
    lab.host(Cameras.GSOAP)
        .must("nft", SHIELD.formatted(Segment.SITE.address(32) + "-" + Segment.SITE.address(199)));
    Netns near = lab.wiring().host(Segment.SITE, 231, "adversary");
    hosts.add(near);
    cards(near, FIRST, Behaviours.names().size());
    owned(OWNED);
    Netns far = lab.wiring().host(Segment.FAR, 20, "adversary-far");
    hosts.add(far);
    addresses(far, Behaviours.farNames().size());
    owned(FAR_OWNED);
    lab.wiring().live(Segment.FAR, FIRST, 254);
    run(near, "near", Segment.SITE);
    run(far, "far", Segment.FAR);
    awaitReady(9);
  }

  /** Devices that answer once and are gone. */
  void startFalling() {
    Netns falling = lab.wiring().host(Segment.SITE, 233, "falling");
    hosts.add(falling);
    cards(falling, FIRST_FALLING, Behaviours.fallingNames().size());
    run(falling, "falling", Segment.SITE);
    awaitReady(5);
  }

  void stopFalling() {
    hosts.get(0).must("ip", "link", "set", "eth0", "down");
  }

  private void run(Netns host, String which, Segment segment) {
    String network = segment.address(1).replaceFirst("1$", "");
    List<String> words =
        List.of(
            Adversary.class.getName(),
            which,
            network,
            Integer.toString(which.equals("falling") ? FIRST_FALLING : FIRST),
            scanner(),
            segment.address(32),
            mac(OPEN_MAC, segment));
    start(host, which, words);
  }

  /** Every hostile device has a card of its own; none answers for another's address. */
  private static void cards(Netns host, int first, int count) {
    StringBuilder script = new StringBuilder("set -e; ");
    quiet(script);
    for (int i = 0; i < count; i++) {
      String mac = "02:ad:%02x:00:00:%02x".formatted(first + i, first + i);
      script.append(
          "ip link add m%1$d link eth0 address %2$s type macvlan mode bridge; ip addr add %3$s/24 brd + dev m%1$d; ip link set m%1$d up; "
              .formatted(i, mac, Segment.SITE.address(first + i)));
    }
    script.append("ip addr add ").append(Segment.SITE.address(32)).append("/32 dev lo; ");
    script.append("ip addr add ").append(Segment.SITE.address(33)).append("/32 dev lo");
    host.must("sh", "-c", script.toString());
  }

  private static void addresses(Netns host, int count) {
    StringBuilder script = new StringBuilder("set -e; ");
    for (int i = 0; i < count; i++) {
      script.append("ip addr add %s/24 dev eth0; ".formatted(Segment.FAR.address(FIRST + i)));
    }
    script.append("ip addr add ").append(Segment.FAR.address(32)).append("/32 dev lo; ");
    script.append("echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore");
    host.must("sh", "-c", script.toString());
  }

  private static void quiet(StringBuilder script) {
    for (String one : List.of("all", "default", "eth0")) {
      script.append("echo 1 > /proc/sys/net/ipv4/conf/%s/arp_ignore; ".formatted(one));
      script.append("echo 2 > /proc/sys/net/ipv4/conf/%s/arp_announce; ".formatted(one));
      script.append("echo 0 > /proc/sys/net/ipv4/conf/%s/rp_filter; ".formatted(one));
      script.append("echo 1 > /proc/sys/net/ipv6/conf/%s/disable_ipv6; ".formatted(one));
    }
  }

  /** A namespace of its own for the box that answers for a whole block. */
  private void owned(String block) {
    boolean near = block.equals(OWNED);
    Segment segment = near ? Segment.SITE : Segment.FAR;
    Netns owner = lab.wiring().host(segment, near ? 232 : 21, "owner-" + segment.link());
    hosts.add(owner);
    owner.must("ip", "route", "add", "local", block, "dev", "eth0");
    start(owner, "owner-" + segment.link(), List.of("org.camsweep.adversary.Owner"));
  }

  private static String scanner() {
    return Segment.SITE.address(Wiring.SCANNER);
  }

  private void start(Netns host, String name, List<String> words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-D" + Behaviours.SLOW + "=" + Boolean.getBoolean(Behaviours.SLOW));
    all.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    all.addAll(words);
    started.add(host.start(folder.resolve(name + ".log"), all));
  }

  private void awaitReady(int count) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (ready() < count) {
      if (System.nanoTime() > end || started.stream().anyMatch(p -> !p.isAlive())) {
        throw new IllegalStateException("not ready: " + logs());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private long ready() {
    return logs().lines().filter("ready"::equals).count();
  }

  private String logs() {
    StringBuilder all = new StringBuilder();
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all.toString();
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    hosts.forEach(h -> h.must("ip", "link", "set", "eth0", "down"));
    lab.host(Cameras.GSOAP).must("nft", "add table inet shield; delete table inet shield");
  }
}
