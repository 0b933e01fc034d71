package org.camsweep.probe.onvif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * ONVIF device service without a login (ONVIF Core specification): the clock first; where that is
 * answered in SOAP, capabilities, services, host name, scopes and device information once each.
 *
 * <p>Addresses come from WS-Discovery with their host replaced by the sender. Where discovery is
 * switched off, the usual path is tried at ports that speak HTTP and at the two usual ONVIF ports.
 */
public final class OnvifProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("onvif");
  private static final String PATH = "/onvif/device_service";
  private static final List<Integer> USUAL = List.of(2020, 8899);
  private static final int MAX_GUESSES = 2;

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    List<String> sends = new ArrayList<>();
    for (OnvifCall call : OnvifCall.values()) {
      sends.add(Shown.http(call.at(80, false, PATH)));
    }
    return new About(
        "ONVIF calls without a login",
        "unicast, where WS-Discovery or HTTP answered",
        "tcp as stated by the device, 80, 2020, 8899",
        Confidence.SOLID,
        true,
        sends);
  }

  @Override
  public Set<Field> fields() {
    return OnvifReply.FIELDS;
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    if (stage != Stage.INTERVIEW) {
      return List.of();
    }
    List<SameHost> stated = stated(target, known);
    return stated.isEmpty()
        ? guesses(target, known)
        : List.of(
            OnvifCall.CLOCK.at(
                stated.get(0).port(), stated.get(0).tls(), path(stated.get(0).path())));
  }

  /** Best first: the sender's own address, then any but a link-local one, plain HTTP before TLS. */
  private static List<SameHost> stated(Target target, List<Observation> known) {
    List<String> addresses = new ArrayList<>(ObservedPorts.values(known, "wsd.xaddr"));
    addresses.sort(
        java.util.Comparator.comparingInt(
            x ->
                (SameHost.names(x, target.address()) ? 0 : 4)
                    + (x.contains("//169.254.") ? 2 : 0)
                    + (x.toLowerCase(Locale.ROOT).startsWith("https:") ? 1 : 0)));
    return addresses.stream().flatMap(x -> SameHost.atSender(x).stream()).toList();
  }

  private static List<Ask> guesses(Target target, List<Observation> known) {
    List<Ask> asks = new ArrayList<>();
    known.stream()
        .filter(o -> o.probe().name().equals("http"))
        .filter(o -> o.first(Field.of("http.path")).filter("/"::equals).isPresent())
        .map(o -> o.endpoint().port())
        .distinct()
        .sorted(java.util.Comparator.comparing(ObservedPorts::isTls))
        .limit(MAX_GUESSES)
        .forEach(p -> asks.add(OnvifCall.CLOCK.at(p, ObservedPorts.isTls(p), PATH)));
    ObservedPorts.allowed(target.network(), USUAL)
        .forEach(p -> asks.add(OnvifCall.CLOCK.at(p, false, PATH)));
    return asks;
  }

  /** A device's own path, if it can only be a device service. */
  private static String path(String stated) {
    boolean plain = stated.matches("/[A-Za-z0-9_./-]{1,200}");
    boolean service = stated.toLowerCase(Locale.ROOT).matches(".*(onvif|device_?service).*");
    return plain && service ? stated : PATH;
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(OnvifReply::read, Step::without, Step::without);
  }
}
