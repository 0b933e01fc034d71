package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.config.YamlValue;
import org.camsweep.net.Budget;
import org.camsweep.net.Routes;
import org.camsweep.observe.Plain;
import org.camsweep.probe.spi.Probe;
import org.camsweep.scan.Forecast;
import org.camsweep.scan.RouterCap;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Ports;

/** What a scan would send, printed. Sends nothing. */
final class DryRun {
  private final PrintWriter out;

  DryRun(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @param expected where the number of devices comes from, in plain words
   * @param startUp seconds that this machine takes to start the program and to write a report
   */
  void print(
      Planned planned, List<Probe> probes, Forecast forecast, String expected, double startUp) {
    forecast.parts().forEach(this::network);
    logins(planned);
    snmp(planned);
    say("Probes    " + probes.stream().map(p -> p.id().name()).collect(Collectors.joining(", ")));
    say("Pace      %,d packets/s in all".formatted(planned.rate()));
    RouterCap.remarks(planned.scope(), planned.rate(), Routes.here())
        .forEach(remark -> say("          " + remark));
    say(
        "Expected  %,d packets in %s, %s"
            .formatted(
                forecast.packets(),
                time(forecast.seconds() + startUp),
                why(forecast.sending().limit())));
    say("          with %s: %s".formatted(Words.count(forecast.devices(), "device"), expected));
    say(
        "          at most %s, where a device answers as slowly as one may"
            .formatted(time(forecast.longest() + startUp)));
    say("Nothing was sent.");
  }

  private void say(String text) {
    out.println(Plain.of(text));
  }

  private static String why(Budget.Limit limit) {
    return switch (limit) {
      case TOTAL, NETWORK -> "as the pace allows";
      case ROUTER -> "as its router is asked to carry";
      case NEIGHBOURS -> "held back by this machine's neighbour table (see 'camsweep doctor')";
      case CONNECTIONS -> "held back by this machine's open files (see 'camsweep doctor')";
    };
  }

  private void logins(Planned planned) {
    int networks = planned.scope().networks().size();
    int with = planned.credentials().size();
    if (with == 0) {
      return;
    }
    say(
        "Log-ins   %d of %s %s credentials: after the sweep, confirmed cameras there"
                .formatted(with, Words.count(networks, "network"), with == 1 ? "has" : "have")
            + " will be interviewed,");
    say("          one attempt each, by ONVIF, never with the password in clear.");
    planned
        .credentials()
        .forEach(
            (network, c) ->
                say(
                    "          %s: user name in %s, password in %s"
                        .formatted(network, c.username().text(), c.password().text())));
  }

  private void snmp(Planned planned) {
    if (planned.snmp().isEmpty()) {
      return;
    }
    say(
        "SNMP      %d of %s: after the sweep, every device that lives there is asked once, GET"
                .formatted(
                    planned.snmp().size(),
                    Words.count(planned.scope().networks().size(), "network"))
            + " only, with the owner's key:");
    planned.snmp().forEach((network, a) -> say("          " + network + ": " + a.text()));
  }

  private void network(Forecast.Part part) {
    Network network = part.network();
    String blocks = network.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(", "));
    String marks =
        network.sensitive().map(r -> ", SENSITIVE: " + YamlValue.word(r)).orElse("")
            + (network.coreNetwork() ? ", core network" : "");
    say("Network   " + network.id() + " (" + blocks + ")" + marks);
    String first = part.first().isEmpty() ? "nothing" : String.join(", ", part.first());
    say("          %,d addresses to sweep; first asked: %s".formatted(part.swept(), first));
    List<Integer> ports = network.ports().isEmpty() ? Ports.CAMERAS : network.ports();
    say(
        "          then, of those that answer, TCP "
            + ports.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    say(
        "          silence at %,d by %s each, %s by about %,d each: %,d packets, %,d a second"
            .formatted(
                part.asked() - part.devices(),
                Words.count(part.silentEach(), "packet"),
                Words.count(part.devices(), "device"),
                part.deviceEach(),
                part.packets(),
                network.pace().rate()));
  }

  private static String time(double seconds) {
    return seconds < 90
        ? "about %.1f s".formatted(seconds)
        : "about %.1f min".formatted(seconds / 60);
  }
}
