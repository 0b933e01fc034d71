package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camsweep.net.Budget;
import org.camsweep.net.Nic;
import org.camsweep.net.Routes;
import org.camsweep.report.Report;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;

/**
 * What a scan will send and how long that takes, reckoned before it: by what the probes say that
 * they ask, an expected number of devices, and the limits that the scan will keep.
 *
 * @param sending for all networks, which are asked at the same time
 * @param seconds for the whole scan: sending, and waiting for the last answers
 * @param longest seconds at the most, if the last device takes all the time that one may take
 */
public record Forecast(List<Part> parts, Budget.Time sending, double seconds, double longest) {
  /** What is open when a device's time is over ends by its own limits, within so many seconds. */
  private static final double LAST_WORDS = 20;

  /**
   * One network.
   *
   * @param swept addresses of its swept blocks
   * @param asked those of them that will be asked: neither excluded, nor done before, nor our own
   * @param devices how many of these are expected to answer
   * @param first where the first questions go
   * @param silentEach packets that an address is sent where nobody is
   * @param deviceEach packets that a device is sent
   * @param packets in all
   * @param alone how long the sending would take if it were the only one
   */
  public record Part(
      Network network,
      long swept,
      long asked,
      long devices,
      Set<String> first,
      int silentEach,
      long deviceEach,
      long packets,
      Budget.Time alone) {}

  public Forecast {
    parts = List.copyOf(parts);
  }

  /** Packets to single hosts, in all. */
  public long packets() {
    return parts.stream().mapToLong(Part::packets).sum();
  }

  public long devices() {
    return parts.stream().mapToLong(Part::devices).sum();
  }

  /** Reckons with what an earlier scan of the same scope found. */
  public static Forecast after(Report earlier, ScanPlan plan, Routes routes) {
    return of(
        plan,
        routes,
        stretches -> {
          double asked = stretches.stream().mapToDouble(Stretch::asked).sum();
          double silent =
              stretches.stream().mapToDouble(s -> s.asked() * s.silentEach(plan.thorough())).sum();
          return Expectation.of(earlier, asked == 0 ? 0 : silent / asked);
        });
  }

  /** Reckons with so many devices. */
  public static Forecast of(ScanPlan plan, Routes routes, Expectation expected) {
    return of(plan, routes, stretches -> expected);
  }

  private static Forecast of(
      ScanPlan plan, Routes routes, Function<List<Stretch>, Expectation> expecting) {
    List<Stretch> stretches = new ArrayList<>();
    OwnAddresses own = OwnAddresses.in(plan.scope());
    List<Nic> nics = Nic.usable();
    for (Network network : plan.scope().networks()) {
      stretches.add(Stretch.of(plan, network, own, nics, routes));
    }
    Expectation expected = expecting.apply(stretches);
    double all = stretches.stream().mapToDouble(Stretch::asked).sum();
    List<Part> parts = new ArrayList<>();
    List<Budget.Load> loads = new ArrayList<>();
    double onLink = stretches.stream().mapToDouble(Stretch::onLink).sum();
    double end = 0;
    double slowest = 0;
    for (Stretch stretch : stretches) {
      double devices = expected.in(stretch.asked(), all);
      double each =
          expected.packetsEach().orElse(stretch.questions().map(Questions::living).orElse(0));
      Budget.Load load = stretch.load(devices, each, plan.thorough());
      loads.add(load);
      Budget.Time alone =
          Budget.of(plan.rate(), List.of(load), NeighbourRoom.seconds(stretch.onLink()));
      parts.add(part(plan, stretch, devices, each, load, alone));
      end = Math.max(end, end(plan, stretch, devices, each, alone.seconds()));
      if (stretch.questions().isPresent()) {
        slowest =
            Math.max(slowest, (double) Hosts.longest(plan.rate(), stretch.network()).toSeconds());
      }
    }
    Budget.Time sending = Budget.of(plan.rate(), loads, NeighbourRoom.seconds(onLink));
    double links = links(plan, nics);
    double seconds = Math.max(links, Math.max(end, sending.seconds()));
    return new Forecast(
        parts, sending, seconds, seconds + (slowest == 0 ? 0 : slowest + LAST_WORDS));
  }

  /** When a network's last address is left, were it the only one. */
  private static double end(
      ScanPlan plan, Stretch stretch, double devices, double each, double sending) {
    if (stretch.questions().isEmpty()) {
      return 0;
    }
    Questions questions = stretch.questions().get();
    Pace pace = stretch.network().pace();
    double silent = questions.silentSeconds(plan.thorough(), pace);
    double living = devices < 0.5 ? 0 : questions.livingSeconds(each, pace);
    double packets = stretch.load(devices, each, plan.thorough()).packets();
    double lastKnock = sending * (1 - devices * each / Math.max(1, packets));
    return Math.max(sending + silent, lastKnock + living);
  }

  private static Part part(
      ScanPlan plan,
      Stretch stretch,
      double devices,
      double each,
      Budget.Load load,
      Budget.Time alone) {
    return new Part(
        stretch.network(),
        stretch.swept(),
        Math.round(stretch.asked()),
        Math.round(devices),
        stretch.questions().map(Questions::places).orElse(Set.of()),
        stretch.silentEach(plan.thorough()),
        Math.round(each),
        Math.round(load.packets()),
        alone);
  }

  /** How long the links are called and listened to; 0 where none is in scope. */
  private static double links(ScanPlan plan, List<Nic> nics) {
    Optional<Address> own =
        nics.stream()
            .filter(n -> plan.interfaces().isEmpty() || plan.interfaces().contains(n.name()))
            .filter(n -> plan.scope().admitsLink(n.blocks()))
            .flatMap(n -> n.v4().or(n::v6).stream())
            .findFirst();
    return own.map(address -> LinkRound.seconds(plan.multicast(), address)).orElse(0.0);
  }
}
