package org.camsweep.probe.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.probe.spi.Shown;
import org.junit.jupiter.api.Test;

class OnvifProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new OnvifProbe();
  }

  private static final String ENVELOPE =
      "<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\" "
          + "xmlns:tnsx=\"http://www.acme.example/2011/event/topics\"><env:Body>";
  private static final String END = "</env:Body></env:Envelope>";

  private static String http(String status, String body) {
    return String.join("\r\n", List.of("HTTP/1.1 " + status, "Server: Acme/1", "", body));
  }

  private static Ask.Http ask(OnvifCall call) {
    return call.at(80, false, "/onvif/device_service");
  }

  @Override
  protected List<Heard.Reply> recordings() {
    String clock =
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:TimeZone><tt:TZ>CST7:00:00"
            + "</tt:TZ></tt:TimeZone><tt:UTCDateTime><tt:Time><tt:Hour>10</tt:Hour>"
            + "<tt:Minute>1</tt:Minute><tt:Second>0</tt:Second></tt:Time><tt:Date>"
            + "<tt:Year>2026</tt:Year><tt:Month>5</tt:Month><tt:Day>4</tt:Day></tt:Date>"
            + "</tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>";
    String fault =
        "<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode>"
            + "<env:Value>ter:NotAuthorized</env:Value></env:Subcode></env:Code></env:Fault>";
    String scopes =
        "<tds:GetScopesResponse><tds:Scopes><tt:ScopeItem>onvif://www.onvif.org/name/Acme"
            + "</tt:ScopeItem></tds:Scopes></tds:GetScopesResponse>";
    String device =
        "<tds:GetDeviceInformationResponse><tds:Manufacturer>Acme</tds:Manufacturer>"
            + "<tds:Model>AC-20</tds:Model><tds:SerialNumber>77</tds:SerialNumber>"
            + "</tds:GetDeviceInformationResponse>";
    String capabilities =
        "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Device><tt:Network><tt:DynDNS>true"
            + "</tt:DynDNS></tt:Network><tt:System><tt:RemoteDiscovery>false</tt:RemoteDiscovery>"
            + "</tt:System></tt:Device><tt:Extension><tt:DeviceIO><tt:VideoSources>1"
            + "</tt:VideoSources><tt:AudioSources>2</tt:AudioSources><tt:AudioOutputs>0"
            + "</tt:AudioOutputs></tt:DeviceIO></tt:Extension></tds:Capabilities>"
            + "</tds:GetCapabilitiesResponse>";
    return Stream.of(
            reply(ask(OnvifCall.CLOCK), http("200 OK", ENVELOPE + clock + END)),
            reply(ask(OnvifCall.DEVICE), http("400 Bad Request", ENVELOPE + fault + END)),
            reply(ask(OnvifCall.SCOPES), http("200 OK", ENVELOPE + scopes + END)),
            reply(ask(OnvifCall.DEVICE), http("200 OK", ENVELOPE + device + END)),
            reply(ask(OnvifCall.CAPABILITIES), http("200 OK", ENVELOPE + capabilities + END)))
        .toList();
  }

  @Test
  void readsTheClockAndItsSkew() {
    assertThat(said(recordings().get(0), "onvif.clock")).containsExactly("2026-05-04T10:01:00Z");
    assertThat(said(recordings().get(0), "onvif.clock-skew")).containsExactly("60");
    assertThat(said(recordings().get(0), "onvif.timezone")).containsExactly("CST7:00:00");
    assertThat(said(recordings().get(0), "onvif.namespace"))
        .contains("tnsx=http://www.acme.example/2011/event/topics");
    assertThat(said(recordings().get(0), "onvif.envelope").get(0)).startsWith("<env:Envelope ");
  }

  @Test
  void aRefusalIsAnAnswer() {
    assertThat(said(recordings().get(1), "onvif.fault"))
        .containsExactly("env:Sender ter:NotAuthorized");
    assertThat(probe().hear(recordings().get(1)).outcome()).isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void readsScopesAndDeviceInformation() {
    assertThat(said(recordings().get(2), "onvif.scope.name")).containsExactly("Acme");
    assertThat(said(recordings().get(3), "onvif.manufacturer")).containsExactly("Acme");
    assertThat(said(recordings().get(3), "onvif.model")).containsExactly("AC-20");
  }

  @Test
  void readsWhatItCanHearAndWhereItCanTurn() {
    assertThat(said(recordings().get(4), "onvif.audio-sources")).containsExactly("2");
    assertThat(said(recordings().get(4), "onvif.dynamic-dns")).containsExactly("true");
    assertThat(said(recordings().get(4), "onvif.remote-discovery")).containsExactly("false");
  }

  @Test
  void chunksMayEndInsideATag() {
    String all = ENVELOPE + "<tds:GetHostnameResponse/>" + END;
    String start = all.substring(0, 25);
    String rest = all.substring(25);
    String chunked =
        String.join(
            "\r\n",
            List.of(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                Integer.toHexString(start.length()),
                start,
                Integer.toHexString(rest.length()),
                rest,
                "0",
                "",
                ""));
    assertThat(said(reply(ask(OnvifCall.HOSTNAME), chunked), "onvif.envelope").get(0))
        .startsWith("<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"");
  }

  @Test
  void asksTheRestOnlyOfWhatSpeaksOnvif() {
    assertThat(probe().hear(recordings().get(0)).next()).hasSize(4);
    assertThat(probe().hear(recordings().get(2)).next()).hasSize(1);
    assertThat(probe().hear(recordings().get(3)).next()).isEmpty();
    Heard.Reply page = reply(ask(OnvifCall.CLOCK), http("404 Not Found", "<html></html>"));
    assertThat(probe().hear(page).next()).isEmpty();
    assertThat(probe().hear(page).outcome()).isEqualTo(Outcome.GARBLED);
  }

  @Test
  void everyCallReadsAndNoneChanges() {
    for (OnvifCall call : OnvifCall.values()) {
      assertThat(call.operation()).startsWith("Get");
      assertThat(Shown.http(call.at(80, false, "/")))
          .contains("<tds:" + call.operation() + " ")
          .doesNotContain(":Set");
    }
  }

  private static List<String> opened(Observation... known) {
    return new OnvifProbe()
        .open(Probe.Stage.INTERVIEW, target(), List.of(known), ID).stream()
            .map(a -> a.fold(d -> "", e -> "", h -> h.port() + " " + h.tls() + " " + h.path()))
            .toList();
  }

  @Test
  void addressesAreAskedAtTheSenderWhateverHostTheyName() {
    assertThat(
            opened(
                heardBy(
                    "wsd",
                    Endpoint.udp(3702),
                    "wsd.xaddr",
                    "http://169.254.1.2/onvif/device_service",
                    "wsd.xaddr",
                    "http://10.20.30.40:8899/onvif/devices")))
        .containsExactly("8899 false /onvif/devices");
    assertThat(
            opened(
                heardBy(
                    "wsd", Endpoint.udp(3702), "wsd.xaddr", "http://8.8.8.8:81/reboot?x=onvif")))
        .as("only a service path is posted to")
        .containsExactly("81 false /onvif/device_service");
  }

  @Test
  void withoutDiscoveryTheUsualPlacesAreTried() {
    assertThat(opened(heardBy("http", Endpoint.tcp(80), "http.path", "/")))
        .containsExactly(
            "80 false /onvif/device_service",
            "2020 false /onvif/device_service",
            "8899 false /onvif/device_service");
  }
}
