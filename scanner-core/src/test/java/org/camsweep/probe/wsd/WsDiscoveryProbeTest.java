package org.camsweep.probe.wsd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class WsDiscoveryProbeTest extends ProbeContract {
  private static final String MATCH =
      """
      <?xml version="1.0" encoding="utf-8" standalone="yes" ?>
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
          xmlns:sc="http://www.w3.org/2003/05/soap-encoding"
          xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
          xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
          xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
      <s:Header><a:MessageID>uuid:1</a:MessageID>
      <a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>
      <a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>
      </s:Header><s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference>
      <a:Address>urn:uuid:0f0e0d0c-0000-1000-8000-02aabbccddee</a:Address></a:EndpointReference>
      <d:Types>dn:NetworkVideoTransmitter
         tds:Device</d:Types>
      <d:Scopes>onvif://www.onvif.org/name/Acme%20Cam
        onvif://www.onvif.org/Hardware/AC-20 onvif://www.onvif.org/MAC/02-AA-BB-CC-DD-EE
        onvif://www.onvif.org/location/country/narnia odm:name:Porch
        onvif://www.onvif.org/acme/firmware/version/3.1 </d:Scopes>
      <d:XAddrs>http://169.254.1.2/onvif/device_service http://10.20.30.40:8899/onvif/x</d:XAddrs>
      <d:MetadataVersion>1</d:MetadataVersion>
      </d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
      """;
  private static final String FAULT =
      "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><e:Fault><e:Code>"
          + "<e:Value>e:Sender</e:Value><e:Subcode><e:Value>d:MatchingRuleNotSupported</e:Value>"
          + "</e:Subcode></e:Code><e:Reason><e:Text>no such rule</e:Text></e:Reason></e:Fault>"
          + "</e:Body></e:Envelope>";
  private static final String HELLO =
      "<Envelope><Body><Hello><Types>dn:NetworkVideoTransmitter</Types>"
          + "<XAddrs>http://[fe80::1]/onvif/device_service</XAddrs></Hello></Body></Envelope>";

  @Override
  protected Probe probe() {
    return new WsDiscoveryProbe();
  }

  private static Ask ask() {
    return new WsDiscoveryProbe().open(Probe.Stage.KNOCK, target(), List.of(), ID).get(0);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        reply(ask(), MATCH), reply(ask(), FAULT), announced(3702, HELLO.getBytes(UTF_8)));
  }

  @Test
  void readsAProbeMatch() {
    Heard.Reply match = recordings().get(0);
    assertThat(said(match, "wsd.message")).containsExactly("probe-matches");
    assertThat(said(match, "wsd.types")).containsExactly("dn:NetworkVideoTransmitter tds:Device");
    assertThat(said(match, "wsd.scope.name")).containsExactly("Acme Cam");
    assertThat(said(match, "wsd.scope.hardware")).containsExactly("AC-20");
    assertThat(said(match, "wsd.scope.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(match, "wsd.scope.location")).containsExactly("country/narnia");
    assertThat(said(match, "wsd.scope.firmware")).containsExactly("version/3.1");
    assertThat(said(match, "wsd.scope")).hasSize(6).contains("odm:name:Porch");
    assertThat(said(match, "wsd.xaddr"))
        .containsExactly(
            "http://169.254.1.2/onvif/device_service", "http://10.20.30.40:8899/onvif/x");
    assertThat(said(match, "wsd.endpoint"))
        .containsExactly("urn:uuid:0f0e0d0c-0000-1000-8000-02aabbccddee");
    assertThat(said(match, "wsd.declaration"))
        .containsExactly("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" ?>");
    assertThat(said(match, "wsd.namespace")).contains("sc=http://www.w3.org/2003/05/soap-encoding");
    assertThat(said(match, "wsd.envelope").get(0)).startsWith("<s:Envelope xmlns:s=");
  }

  @Test
  void aFaultIsAnAnswer() {
    assertThat(said(recordings().get(1), "wsd.fault"))
        .containsExactly("e:Sender d:MatchingRuleNotSupported - no such rule");
  }

  @Test
  void anAnnouncementIsUnderstood() {
    assertThat(said(recordings().get(2), "wsd.message")).containsExactly("hello");
    String bye = HELLO.replace("Hello", "Bye");
    assertThat(said(announced(3702, bye.getBytes(UTF_8)), "wsd.message")).containsExactly("bye");
  }

  @Test
  void aPointerElsewhereIsAFactAndNeverAFollowUp() {
    assertThat(probe().hear(recordings().get(0)).next()).isEmpty();
  }

  @Test
  void aQuestionComeBackSaysNothing() {
    byte[] own = new WsDiscoveryProbe().call(ID).get(0).payload();
    assertThat(probe().hear(announced(3702, own)).facts()).isEmpty();
    assertThat(probe().hear(announced(3702, own)).outcome()).isEqualTo(Outcome.GARBLED);
  }

  @Test
  void threeFormsGoToALinkAndTheFirstToAHost() {
    List<String> forms =
        new WsDiscoveryProbe().call(ID).stream().map(a -> new String(a.payload(), UTF_8)).toList();
    assertThat(forms).hasSize(3).doesNotHaveDuplicates();
    assertThat(forms.get(0)).contains("<d:Types>dn:NetworkVideoTransmitter</d:Types>");
    assertThat(forms.get(1)).contains("<d:Types>tds:Device</d:Types>");
    assertThat(forms.get(2)).contains("<d:Types/><d:Scopes/>");
    assertThat(forms).allSatisfy(f -> assertThat(f.length()).isLessThan(1_400));
    List<String> ids = forms.stream().map(f -> f.replaceAll("(?s).*uuid:(.{36}).*", "$1")).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void theOtherFormsGoToTheLivingThatHaveNotAnswered() {
    Probe.Unicast probe = new WsDiscoveryProbe();
    assertThat(probe.open(Probe.Stage.KNOCK, target(), List.of(), ID)).hasSize(1);
    assertThat(probe.open(Probe.Stage.ASK, target(), List.of(), ID)).hasSize(2);
    assertThat(
            probe.open(
                Probe.Stage.ASK,
                target(),
                List.of(heardBy("wsd", Endpoint.udp(3702), "wsd.message", "hello")),
                ID))
        .isEmpty();
    assertThat(probe.open(Probe.Stage.INTERVIEW, target(), List.of(), ID)).isEmpty();
  }
}
