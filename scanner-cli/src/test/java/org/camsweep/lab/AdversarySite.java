package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.camsweep.adversary.Adversary;
import org.camsweep.adversary.Behaviours;
import org.camsweep.adversary.Honest;
import org.camsweep.adversary.Owner;
import org.camsweep.adversary.Visitor;

/**
 * The adversary's and some honest cameras' machines in the lab: on the scanner's link one machine
 * with a network card for each hostile device, behind the router one with an address for each.
 *
 * <p>What is tested is the scanner, not the honest servers: the switch keeps all devices from each
 * other, so that a flood reaches the scanner and nobody else, and the adversary's processes stand
 * behind all others where processor time is short.
 */
final class AdversarySite implements AutoCloseable {
  private static final String OPEN_MAC = "00:40:8c:00:00:aa";
  private static final String RESTRICTED_MAC = "44:19:b6:00:00:ab";

  /**
   * Where the kernel shares processor time among sessions, its hundreds of threads count as one;
   * elsewhere its priority is lower.
   */
  private static final List<String> BEHIND_OTHERS = List.of("setsid", "nice", "-n", "5");

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Lab lab;
  private final Path folder;
  private final List<Process> started = new ArrayList<>();
  private final List<Netns> hosts = new ArrayList<>();

  AdversarySite(Lab lab) {
    this.lab = lab;
    this.folder = folder();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where everything that is written here is written to. */
  static Path folder() {
    return Path.of("target", "lab", Leftovers.prefix() + "adversary").toAbsolutePath();
  }

  void startHonest() {
    for (Segment segment : Segment.values()) {
      honest(segment, AdversaryAddresses.OPEN, "open", OPEN_MAC);
      honest(segment, AdversaryAddresses.RESTRICTED, "restricted", RESTRICTED_MAC);
    }
    awaitReady(4);
    lab.wiring().keepApart();
    visit(AdversaryAddresses.honestQuestions());
  }

  private void honest(Segment segment, int number, String kind, String mac) {
    String name = kind + "-" + segment.link();
    Netns host = lab.wiring().host(segment, number, name);
    String own = mac(mac, segment);
    host.must("ip", "link", "set", "eth0", "address", own);
    String address = segment.address(number);
    start(host, name, List.of(), List.of(Honest.class.getName(), kind, address, scanner(), own));
  }

  private static String mac(String mac, Segment segment) {
    return mac.substring(0, 12) + (segment == Segment.SITE ? "00" : "01") + mac.substring(14);
  }

  void startHostile() {
    Netns near = machine(Segment.SITE, 231, "adversary");
    ManyCards.cards(near, AdversaryAddresses.FIRST, Behaviours.names().size());
    owned(AdversaryAddresses.OWNED);
    Netns far = machine(Segment.FAR, 20, "adversary-far");
    ManyCards.addresses(far, AdversaryAddresses.FIRST, Behaviours.farNames().size());
    owned(AdversaryAddresses.FAR_OWNED);
    lab.wiring().live(Segment.FAR, AdversaryAddresses.FIRST, 254);
    run(near, "near", Segment.SITE);
    run(far, "far", Segment.FAR);
    awaitReady(9);
    lab.wiring().keepApart();
    visit(AdversaryAddresses.hostileQuestions());
    visit(AdversaryAddresses.honestQuestions());
  }

  /** Devices that answer once and are gone. */
  void startFalling() {
    Netns falling = machine(Segment.SITE, 233, "falling");
    ManyCards.cards(falling, AdversaryAddresses.FIRST_FALLING, Behaviours.fallingNames().size());
    ManyCards.goneAfterOneAnswer(falling);
    run(falling, "falling", Segment.SITE);
    awaitReady(5);
    lab.wiring().keepApart();
    visit(AdversaryAddresses.fallingQuestions());
  }

  void stopFalling() {
    hosts.get(0).must("ip", "link", "set", "eth0", "down");
  }

  private Netns machine(Segment segment, int number, String name) {
    Netns made = lab.wiring().host(segment, number, name);
    hosts.add(made);
    return made;
  }

  private void run(Netns host, String which, Segment segment) {
    String network = segment.address(1).replaceFirst("1$", "");
    int first =
        which.equals("falling") ? AdversaryAddresses.FIRST_FALLING : AdversaryAddresses.FIRST;
    List<String> words =
        List.of(
            Adversary.class.getName(),
            which,
            network,
            Integer.toString(first),
            scanner(),
            segment.address(AdversaryAddresses.OPEN),
            mac(OPEN_MAC, segment));
    start(host, which, BEHIND_OTHERS, words);
  }

  /** A machine of its own for the box that answers for a whole block. */
  private void owned(String block) {
    boolean near = block.equals(AdversaryAddresses.OWNED);
    Segment segment = near ? Segment.SITE : Segment.FAR;
    String name = "owner-" + segment.link();
    Netns owner = machine(segment, near ? 232 : 21, name);
    owner.must("ip", "route", "add", "local", block, "dev", "eth0");
    start(owner, name, BEHIND_OTHERS, List.of(Owner.class.getName()));
  }

  private static String scanner() {
    return Segment.SITE.address(Wiring.SCANNER);
  }

  private void start(Netns host, String name, List<String> how, List<String> words) {
    List<String> all = new ArrayList<>(how);
    all.addAll(java(words));
    started.add(host.start(folder.resolve(name + ".log"), all));
  }

  private static List<String> java(List<String> words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-D" + Behaviours.SLOW + "=" + Boolean.getBoolean(Behaviours.SLOW));
    // What is compiled thoroughly is not worth its time in a process of some minutes.
    all.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    all.addAll(List.of("-cp", System.getProperty("java.class.path")));
    all.addAll(words);
    return all;
  }

  /** Comes back when each question is answered within a second, asked by the router. */
  private void visit(List<String> questions) {
    List<String> words = new ArrayList<>(List.of(Visitor.class.getName()));
    words.addAll(questions);
    String[] command = java(words).toArray(String[]::new);
    Command.Result visit = lab.wiring().router().run(LIMIT, command);
    if (!visit.ok()) {
      throw new IllegalStateException("not served: " + visit.text() + logs());
    }
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

  /** What the devices' processes printed. */
  String logs() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    hosts.forEach(h -> h.must("ip", "link", "set", "eth0", "down"));
  }
}
