package org.camsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import picocli.CommandLine.Option;

/** How fast and on which ports; what is given here wins over the site file. */
final class PaceOptions {
  /** Named paces. */
  enum Profile {
    gentle,
    standard,
    fast
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "gentle (50 packets/s, 5 per host, 1 connection), standard (1,000, 40, 2) or",
        "fast (no total limit, per-host limits kept; four makers' searches only to the living)."
      })
  private Optional<Profile> profile = Optional.empty();

  @Option(names = "--rate", paramLabel = "N", description = "Packets per second in all.")
  private Optional<Integer> rate = Optional.empty();

  @Option(names = "--host-rate", paramLabel = "N", description = "Packets per second to one host.")
  private Optional<Integer> hostRate = Optional.empty();

  @Option(
      names = "--host-connections",
      paramLabel = "N",
      description = "Connections open to one host at a time.")
  private Optional<Integer> hostConnections = Optional.empty();

  @Option(
      names = "--ports",
      paramLabel = "LIST",
      split = ",",
      description = "TCP ports: 80,554,8000-8010 or the name cameras (default).")
  private List<String> ports = new ArrayList<>();

  boolean isFast() {
    return profile.filter(p -> p == Profile.fast).isPresent();
  }

  List<Integer> ports(List<Integer> otherwise) throws ConfigException {
    return ports.isEmpty() ? otherwise : CommandLineTargets.ports(ports);
  }

  Pace of(Pace stated) throws StopException {
    Pace base =
        profile
            .map(
                p ->
                    switch (p) {
                      case gentle -> Pace.GENTLE;
                      case standard -> Pace.STANDARD;
                      case fast ->
                          new Pace(Pace.MAX_RATE, stated.hostRate(), stated.hostConnections());
                    })
            .orElse(stated);
    try {
      return new Pace(
          rate.orElse(base.rate()),
          hostRate.orElse(base.hostRate()),
          hostConnections.orElse(base.hostConnections()));
    } catch (IllegalArgumentException e) {
      throw StopException.wrongUse(String.valueOf(e.getMessage()), "choose another number");
    }
  }

  Network of(Network n) throws ConfigException, StopException {
    return new Network(
        n.site(),
        n.id(),
        n.cidrs(),
        n.exclusions(),
        n.sensitive(),
        n.coreNetwork(),
        n.control(),
        ports(n.ports()),
        of(n.pace()),
        n.regimes());
  }
}
