package org.camsweep.probe.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.HttpBody;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.OnvifScopes;
import org.camsweep.probe.spi.SaidXml;
import org.camsweep.probe.spi.SoapEnvelope;
import org.camsweep.probe.spi.Step;
import org.camsweep.probe.spi.Vocabulary;

/** What an ONVIF answer says, a fault and a challenge included: both identify. */
final class OnvifReply {
  private static final OnvifScopes SCOPES = OnvifScopes.under("onvif.scope");
  private static final SoapEnvelope ENVELOPE = SoapEnvelope.under("onvif");
  private static final Vocabulary WORDS =
      Vocabulary.of(
          "onvif",
          "call",
          "path",
          "scheme",
          "status",
          "server",
          "realm",
          "challenge",
          "fault",
          "clock",
          "clock-skew",
          "service",
          "xaddr",
          "TimeZone/TZ=timezone",
          "HostnameInformation/Name=hostname",
          "GetDeviceInformationResponse/Manufacturer=manufacturer",
          "GetDeviceInformationResponse/Model=model",
          "GetDeviceInformationResponse/FirmwareVersion=firmware",
          "GetDeviceInformationResponse/SerialNumber=serial",
          "GetDeviceInformationResponse/HardwareId=hardware-id",
          "GetEndpointReferenceResponse/GUID=endpoint",
          "DeviceIO/AudioSources=audio-sources",
          "Network/DynDNS=dynamic-dns",
          "System/RemoteDiscovery=remote-discovery");
  private static final int MAX_SERVICES = 64;

  static final Set<Field> FIELDS = fields();

  private OnvifReply() {}

  private static Set<Field> fields() {
    Set<Field> all = new HashSet<>(WORDS.fields());
    all.addAll(SCOPES.fields());
    all.addAll(ENVELOPE.fields());
    return Set.copyOf(all);
  }

  static Step read(Heard.Reply reply) {
    if (reply.bytes().length == 0) {
      return Step.ended(Outcome.SILENT);
    }
    Optional<Ask.Http> ask =
        reply.ask().flatMap(a -> a.fold(d -> none(), e -> none(), h -> Optional.of(h)));
    Optional<OnvifCall> call = ask.flatMap(OnvifCall::of);
    MessageHead head = MessageHead.parse(reply.bytes());
    FactSheet sheet = new FactSheet();
    SaidXml xml = SaidXml.read(HttpBody.bytes(head, sheet));
    sheet.cut(xml.cut());
    if (!MessageHead.starts(reply.bytes(), "HTTP/")) {
      return Step.ended(Outcome.GARBLED);
    }
    call.ifPresent(c -> WORDS.add(sheet, "call", c.operation()));
    call.ifPresent(c -> WORDS.add(sheet, "path", ask.map(Ask.Http::path)));
    call.ifPresent(c -> WORDS.add(sheet, "scheme", ask.map(a -> a.tls() ? "https" : "http")));
    WORDS.add(sheet, "status", head.status());
    WORDS.add(sheet, "server", head.first("Server"));
    head.realms("WWW-Authenticate").forEach(r -> WORDS.add(sheet, "realm", r));
    head.all("WWW-Authenticate").forEach(c -> WORDS.add(sheet, "challenge", c));
    boolean soap = xml.has("Envelope") && xml.has("Body");
    if (soap) {
      addSoap(sheet, xml, reply);
    }
    List<Step.FollowUp> next =
        soap ? follow(reply, call, ask, head.status().orElse("")) : List.of();
    boolean challenged = !head.realms("WWW-Authenticate").isEmpty();
    return soap || challenged
        ? sheet.step(reply, next)
        : new Step(Outcome.GARBLED, sheet.facts(), List.of()); // a web server without ONVIF
  }

  private static void addSoap(FactSheet sheet, SaidXml xml, Heard.Reply reply) {
    WORDS.add(sheet, "fault", SoapEnvelope.fault(xml));
    WORDS.words().stream()
        .filter(w -> w.contains("/"))
        .forEach(w -> WORDS.add(sheet, w, xml.first(w)));
    xml.texts("ScopeItem").forEach(s -> SCOPES.addTo(sheet, s));
    xml.texts("Namespace").stream()
        .distinct()
        .limit(MAX_SERVICES)
        .forEach(n -> WORDS.add(sheet, "service", n));
    xml.texts("XAddr").stream()
        .distinct()
        .limit(MAX_SERVICES)
        .forEach(x -> WORDS.add(sheet, "xaddr", x));
    addClock(sheet, xml, reply);
    ENVELOPE.addTo(sheet, xml);
  }

  private static void addClock(FactSheet sheet, SaidXml xml, Heard.Reply reply) {
    List<Integer> parts = new ArrayList<>();
    for (String part :
        List.of("Date/Year", "Date/Month", "Date/Day", "Time/Hour", "Time/Minute", "Time/Second")) {
      xml.first("UTCDateTime/" + part)
          .filter(t -> t.matches("\\d{1,4}"))
          .map(Integer::valueOf)
          .ifPresent(parts::add);
    }
    if (parts.size() != 6) {
      return;
    }
    try {
      LocalDateTime said =
          LocalDateTime.of(
              parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
      WORDS.add(sheet, "clock", said.toInstant(ZoneOffset.UTC).toString());
      long skew = Duration.between(reply.at(), said.toInstant(ZoneOffset.UTC)).toSeconds();
      WORDS.add(sheet, "clock-skew", Long.toString(skew));
    } catch (DateTimeException e) {
      WORDS.add(sheet, "clock", parts.toString()); // a clock that shows no time is a finding
    }
  }

  /** After the clock four calls, after the scopes the last; a challenge ends the conversation. */
  private static List<Step.FollowUp> follow(
      Heard.Reply reply, Optional<OnvifCall> call, Optional<Ask.Http> ask, String status) {
    if (call.isEmpty() || ask.isEmpty() || status.equals("401")) {
      return List.of();
    }
    List<OnvifCall> next =
        switch (call.get()) {
          case CLOCK ->
              List.of(
                  OnvifCall.CAPABILITIES, OnvifCall.SERVICES, OnvifCall.HOSTNAME, OnvifCall.SCOPES);
          case SCOPES -> List.of(OnvifCall.DEVICE);
          default -> List.of();
        };
    Ask.Http asked = ask.get();
    return next.stream()
        .map(c -> c.at(asked.port(), asked.tls(), asked.path()))
        .map(a -> new Step.FollowUp(reply.from(), a))
        .toList();
  }

  private static Optional<Ask.Http> none() {
    return Optional.empty();
  }
}
