package org.camsweep.probe.mdns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * DNS-SD (RFC 6763) asked of one host by unicast (RFC 6762 §5.5), which works across routers where
 * a device allows it: one message with a PTR question for each service that cameras announce. Links
 * are browsed by the edge.
 */
public final class DnsSdProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("mdns");
  private static final int PORT = 5353;
  private static final Field SERVICE = Field.of("mdns.service");
  private static final Field INSTANCE = Field.of("mdns.instance");
  private static final Field HOST = Field.of("mdns.host");
  private static final Field TXT = Field.of("mdns.txt");
  private static final List<String> SERVICES =
      List.of(
          "_axis-video._tcp",
          "_axis-nvr._tcp",
          "_rtsp._tcp",
          "_psia._tcp",
          "_CGI._tcp",
          "_http._tcp",
          "_hap._tcp",
          "_arec._tcp");
  private static final byte[] QUERY = query();

  private static byte[] query() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, (byte) SERVICES.size(), 0, 0, 0, 0, 0, 0});
    for (String service : SERVICES) {
      for (String label : (service + ".local").split("\\.", 8)) {
        byte[] text = label.getBytes(StandardCharsets.US_ASCII);
        out.write(text.length);
        out.writeBytes(text);
      }
      out.writeBytes(new byte[] {0, 0, 12, (byte) 0x80, 1}); // PTR, IN, answer by unicast
    }
    return out.toByteArray();
  }

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "DNS service discovery",
        "multicast by the edge, unicast to hosts that live",
        "udp 5353",
        Confidence.SOLID,
        true,
        List.of(Shown.bytes(QUERY)));
  }

  @Override
  public String byIpv6() {
    return "ff02::fb by the edge, and unicast";
  }

  @Override
  public Set<Field> fields() {
    return Set.of(SERVICE, INSTANCE, HOST, TXT);
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    boolean heard = known.stream().anyMatch(o -> o.probe().equals(ID) && !o.isUnasked());
    return stage == Stage.ASK && !heard
        ? List.of(new Ask.Datagram(PORT, QUERY.clone(), Duration.ofMillis(1_500)))
        : List.of();
  }

  /** Not {@code listening}: while a scan runs, the edge's own browser holds the port. */
  @Override
  public List<Listening> overheard() {
    return List.of(new Listening(PORT, List.of("224.0.0.251", "ff02::fb"), false));
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(r -> read(r.bytes()).step(), Step::without, Step::without);
  }

  private static FactSheet read(byte[] bytes) {
    FactSheet sheet = new FactSheet();
    DnsMessage message = DnsMessage.read(bytes);
    sheet.cut(message.cut());
    for (DnsMessage.Answer record : message.records()) {
      switch (record.type()) {
        case DnsMessage.PTR -> pointer(sheet, record);
        case DnsMessage.SRV -> sheet.add(HOST, plain(record.target()));
        case DnsMessage.TXT -> record.texts().forEach(t -> sheet.add(TXT, t));
        default -> {} // addresses: the one it came from is the one that works
      }
    }
    return sheet;
  }

  private static void pointer(FactSheet sheet, DnsMessage.Answer record) {
    String service = plain(record.name());
    String instance = record.target();
    int cut = instance.toLowerCase(Locale.ROOT).indexOf("." + service.toLowerCase(Locale.ROOT));
    sheet.add(SERVICE, service);
    sheet.add(INSTANCE, cut > 0 ? instance.substring(0, cut) : instance);
  }

  private static String plain(String name) {
    return name.replaceFirst("(?i)\\.local$", "");
  }
}
