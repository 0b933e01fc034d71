package org.camsweep.probe.wsd;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * WS-Discovery (2005/04 text, SOAP-over-UDP; ONVIF Core specification, Discovery). Some devices
 * answer only one form of Probe, so a link hears three; a single host hears the first, and the
 * others only if it lives and has not answered.
 */
public final class WsDiscoveryProbe implements Probe.Unicast, Probe.Multicast {
  private static final ProbeId ID = ProbeId.of("wsd");
  private static final int PORT = 3702;

  /** A responder may delay its answer by half a second (SOAP-over-UDP, appendix I). */
  private static final Duration LISTEN = Duration.ofMillis(1_500);

  private static final List<String> FORMS =
      List.of(
          form(
              " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"",
              "<d:Types>dn:NetworkVideoTransmitter</d:Types>"),
          form(
              " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"",
              "<d:Types>tds:Device</d:Types>"),
          form("", "<d:Types/><d:Scopes/>"));

  private static String form(String namespace, String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
        + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
        + namespace
        + "><e:Header><w:MessageID>urn:uuid:@</w:MessageID>"
        + "<w:To e:mustUnderstand=\"true\">urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>"
        + "<w:Action e:mustUnderstand=\"true\">"
        + "http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>"
        + "<e:Body><d:Probe>"
        + body
        + "</d:Probe></e:Body></e:Envelope>";
  }

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "WS-Discovery Probe, three forms",
        "multicast 239.255.255.250 and ff02::c, unicast to every address",
        "udp 3702",
        Confidence.SOLID,
        true,
        call(new UUID(0, 0)).stream().map(a -> Shown.bytes(a.payload())).toList());
  }

  @Override
  public String byIpv6() {
    return "ff02::c and unicast";
  }

  @Override
  public Set<Field> fields() {
    return WsDiscoveryReply.FIELDS;
  }

  @Override
  public Optional<Listening> listening() {
    return Optional.of(new Listening(PORT, List.of("239.255.255.250", "ff02::c"), false));
  }

  @Override
  public Optional<String> group(boolean ipv6) {
    return Optional.of(ipv6 ? "ff02::c" : "239.255.255.250");
  }

  @Override
  public List<Ask.Datagram> call(UUID messageId) {
    return IntStream.range(0, FORMS.size()).mapToObj(form -> ask(form, messageId)).toList();
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    if (stage == Stage.KNOCK) {
      return List.of(ask(0, messageId));
    }
    boolean answered =
        known.stream()
            .anyMatch(o -> o.probe().equals(ID) && !o.facts().isEmpty() && !o.isUnasked());
    return stage == Stage.ASK && !answered
        ? List.of(ask(1, messageId), ask(2, messageId))
        : List.of();
  }

  private static Ask.Datagram ask(int form, UUID messageId) {
    UUID own =
        new UUID(messageId.getMostSignificantBits(), messageId.getLeastSignificantBits() ^ form);
    String text = FORMS.get(form).replace("@", own.toString());
    return new Ask.Datagram(PORT, text.getBytes(StandardCharsets.UTF_8), LISTEN);
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(reply -> WsDiscoveryReply.read(reply.bytes()), Step::without, Step::without);
  }
}
