package org.camsweep.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Ports;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;

/** What a scan would send, printed. Sends nothing. */
final class DryRun {
  private final PrintWriter out;

  DryRun(PrintWriter out) {
    this.out = out;
  }

  void print(Planned planned, List<Probe> probes) {
    Scope scope = planned.scope();
    long packets = 0;
    for (Network network : scope.networks()) {
      packets += network(scope, network, probes);
    }
    logins(planned);
    snmp(planned);
    out.println(
        "Probes    " + probes.stream().map(p -> p.id().name()).collect(Collectors.joining(", ")));
    out.println(
        "Pace      %,d packets/s in all; the first round is %,d packets, %s"
            .formatted(planned.rate(), packets, time((double) packets / planned.rate())));
    out.println(
        "          Hosts that answer are asked further: a few dozen packets each, at their pace.");
    out.println("Nothing was sent.");
  }

  private void logins(Planned planned) {
    int networks = planned.scope().networks().size();
    int with = planned.credentials().size();
    if (with == 0) {
      return;
    }
    out.println(
        "Log-ins   %d of %s %s credentials: after the sweep, confirmed cameras there"
                .formatted(with, Words.count(networks, "network"), with == 1 ? "has" : "have")
            + " will be interviewed,");
    out.println("          one attempt each, by ONVIF, never with the password in clear.");
    planned
        .credentials()
        .forEach(
            (network, c) ->
                out.println(
                    "          %s: user name in %s, password in %s"
                        .formatted(network, c.username().text(), c.password().text())));
  }

  private void snmp(Planned planned) {
    if (planned.snmp().isEmpty()) {
      return;
    }
    out.println(
        "SNMP      %d of %s: after the sweep, every device that lives there is asked once, GET"
                .formatted(
                    planned.snmp().size(),
                    Words.count(planned.scope().networks().size(), "network"))
            + " only, with the owner's key:");
    planned.snmp().forEach((network, a) -> out.println("          " + network + ": " + a.text()));
  }

  private long network(Scope scope, Network network, List<Probe> probes) {
    String blocks = network.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "));
    long swept =
        network.cidrs().stream()
            .filter(c -> c.size().compareTo(Scope.MAX_SWEPT_BLOCK) <= 0)
            .mapToLong(c -> c.size().longValueExact())
            .sum();
    Knock knock = knock(scope, network, probes);
    String marks =
        network.sensitive().map(r -> ", SENSITIVE: " + YamlValue.word(r)).orElse("")
            + (network.coreNetwork() ? ", core network" : "");
    out.println("Network   " + network.id() + " (" + blocks + ")" + marks);
    out.println("          %,d addresses to sweep; first asked: %s".formatted(swept, knock.text()));
    List<Integer> ports = network.ports().isEmpty() ? Ports.CAMERAS : network.ports();
    out.println(
        "          then, of those that answer, TCP "
            + ports.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    return swept * knock.packets();
  }

  private record Knock(int packets, String text) {}

  /** Asks the probes themselves what they would send to one address of the network. */
  private static Knock knock(Scope scope, Network network, List<Probe> probes) {
    Optional<Target> one = any(scope, network);
    int packets = 0;
    TreeSet<String> places = new TreeSet<>();
    for (Probe probe : probes) {
      if (one.isPresent() && probe instanceof Probe.Unicast unicast) {
        List<Ask> asks = unicast.open(Probe.Stage.KNOCK, one.get(), List.of(), new UUID(0, 0));
        packets += asks.size();
        asks.forEach(a -> places.add(a.endpoint().toString()));
      }
    }
    return new Knock(packets, places.isEmpty() ? "nothing" : String.join(", ", places));
  }

  private static Optional<Target> any(Scope scope, Network network) {
    for (Cidr block : network.cidrs()) {
      for (long i = 0; i < 4 && BigInteger.valueOf(i).compareTo(block.size()) < 0; i++) {
        InetAddress address = block.at(BigInteger.valueOf(i));
        Optional<Target> target = scope.admit(address);
        if (target.isPresent()) {
          return target;
        }
      }
    }
    return Optional.empty();
  }

  private static String time(double seconds) {
    return seconds < 90
        ? "about %.0f s".formatted(Math.ceil(seconds))
        : "about %.0f min".formatted(Math.ceil(seconds / 60));
  }
}
