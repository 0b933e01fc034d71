package org.camsweep.probe.ssdp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * SSDP (UPnP Device Architecture 1.1 §1): three search targets on a link, {@code upnp:rootdevice}
 * to the living, announcements. The description at {@code LOCATION} is fetched once, and only from
 * the literal address that the answer came from; any other address is a trick or another device.
 *
 * <p>By IPv6 the search names the IPv6 group as its host, {@code [FF02::C]:1900} (UPnP Device
 * Architecture 2.0 annex A.3): a device may ignore one that names another group than it came by.
 */
public final class SsdpProbe implements Probe.Unicast, Probe.Multicast {
  private static final ProbeId ID = ProbeId.of("ssdp");
  private static final int PORT = 1900;
  private static final String GROUP = "239.255.255.250";
  private static final String GROUP_6 = "ff02::c";

  /** MX is one second: an answer may come that much later. */
  private static final Duration LISTEN = Duration.ofMillis(1_800);

  private static final Field SERVER = Field.of("ssdp.server");
  private static final Field USN = Field.of("ssdp.usn");
  private static final Field ST = Field.of("ssdp.st");
  private static final Field LOCATION = Field.of("ssdp.location");
  private static final Field USER_AGENT = Field.of("ssdp.user-agent");

  private static final List<String> SEARCHES = searches(GROUP);
  private static final List<String> SEARCHES_6 = searches("[FF02::C]");

  private static List<String> searches(String host) {
    return Stream.of(
            "upnp:rootdevice",
            "urn:axis-com:service:BasicService:1",
            "urn:schemas-upnp-org:service:EmbeddedNetDeviceControl:1")
        .map(target -> search(host, target))
        .toList();
  }

  private static String search(String host, String target) {
    return "M-SEARCH * HTTP/1.1\r\nHOST: "
        + host
        + ":1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: "
        + target
        + "\r\n\r\n";
  }

  private static List<String> searches(Address family) {
    return !family.isV4() ? SEARCHES_6 : SEARCHES;
  }

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "SSDP search and UPnP device description",
        "multicast 239.255.255.250 and ff02::c, unicast to hosts that live",
        "udp 1900, tcp as stated",
        Confidence.SOLID,
        true,
        Stream.concat(
                Stream.concat(SEARCHES.stream(), SEARCHES_6.stream().limit(1))
                    .map(s -> Shown.bytes(s.getBytes(StandardCharsets.US_ASCII))),
                Stream.of(Shown.http(Ask.Http.get(80, false, "/LOCATION"))))
            .toList());
  }

  @Override
  public String byIpv6() {
    return "ff02::c and unicast";
  }

  @Override
  public Set<Field> fields() {
    Set<Field> fields = new HashSet<>(List.of(SERVER, USN, ST, LOCATION, USER_AGENT));
    fields.addAll(DeviceDescription.FIELDS);
    return Set.copyOf(fields);
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of(GROUP, GROUP_6), false));
  }

  @Override
  public Optional<String> group(boolean ipv6) {
    return Optional.of(ipv6 ? GROUP_6 : GROUP);
  }

  @Override
  public List<Ask.Datagram> call(UUID messageId) {
    return SEARCHES.stream().map(SsdpProbe::datagram).toList();
  }

  @Override
  public List<Ask.Datagram> call(UUID messageId, Address own) {
    return searches(own).stream().map(SsdpProbe::datagram).toList();
  }

  private static Ask.Datagram datagram(String search) {
    return new Ask.Datagram(PORT, search.getBytes(StandardCharsets.US_ASCII), LISTEN);
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    List<String> locations = ObservedPorts.values(known, LOCATION.name());
    if (stage == Stage.ASK && locations.isEmpty()) {
      return List.of(datagram(searches(target.address()).get(0)));
    }
    return stage == Stage.INTERVIEW
        ? locations.stream()
            .filter(l -> SameHost.names(l, target.address()))
            .flatMap(l -> SameHost.atSender(l).stream())
            .filter(SameHost::isSafe)
            .limit(1)
            .<Ask>map(l -> Ask.Http.get(l.port(), l.tls(), l.path()))
            .toList()
        : List.of();
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(SsdpProbe::read, Step::without, Step::without);
  }

  private static Step read(Heard.Reply reply) {
    if (reply.endpoint().transport().equals("tcp")) {
      return DeviceDescription.read(reply);
    }
    boolean answers = MessageHead.starts(reply.bytes(), "HTTP/");
    if (!answers && !MessageHead.starts(reply.bytes(), "NOTIFY")) {
      return Step.ended(Outcome.GARBLED); // a search, ours come back or somebody else's
    }
    MessageHead head = MessageHead.parse(reply.bytes());
    FactSheet sheet = new FactSheet().cut(head.cut());
    sheet.add(SERVER, head.first("SERVER"));
    sheet.add(USN, head.first("USN"));
    sheet.add(ST, head.first("ST").or(() -> head.first("NT")));
    sheet.add(LOCATION, head.first("LOCATION"));
    sheet.add(USER_AGENT, head.first("X-User-Agent"));
    return sheet.step();
  }
}
