package org.camsweep.probe.ssdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.observe.Endpoint;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class SsdpProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new SsdpProbe();
  }

  private static String answer(String location) {
    return String.join(
        "\r\n",
        List.of(
            "HTTP/1.1 200 OK",
            "LOCATION: " + location,
            "SERVER: Linux/5, UPnP/1.0, Acme/1",
            "X-User-Agent: acme",
            "ST: upnp:rootdevice",
            "USN: uuid:0a::upnp:rootdevice",
            "",
            ""));
  }

  private static final String DESCRIPTION =
      String.join(
          "\r\n",
          List.of(
              "HTTP/1.1 200 OK",
              "",
              "<root><device><deviceType>urn:x:device:Basic:1</deviceType>"
                  + "<friendlyName>Porch</friendlyName><manufacturer>Acme</manufacturer>"
                  + "<modelName>AC-20</modelName><serialNumber>02AA</serialNumber><serviceList>"
                  + "<service><serviceType>urn:x:service:B:1</serviceType></service></serviceList>"
                  + "<deviceList><device><modelName>Inner</modelName></device></deviceList>"
                  + "</device></root>"));

  private static final Ask.Http PAGE = Ask.Http.get(49152, false, "/d.xml");

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(1900, answer("http://10.20.30.40:49152/d.xml").getBytes(UTF_8)),
        announced(
            1900,
            answer("http://10.20.30.40/")
                .replace("HTTP/1.1 200 OK", "NOTIFY * HTTP/1.1")
                .getBytes(UTF_8)),
        reply(PAGE, DESCRIPTION));
  }

  @Test
  void readsAnswersAndAnnouncements() {
    assertThat(said(recordings().get(0), "ssdp.server"))
        .containsExactly("Linux/5, UPnP/1.0, Acme/1");
    assertThat(said(recordings().get(0), "ssdp.user-agent")).containsExactly("acme");
    assertThat(said(recordings().get(1), "ssdp.usn")).hasSize(1);
  }

  @Test
  void readsTheRootDevicesDescription() {
    assertThat(said(recordings().get(2), "upnp.model-name")).containsExactly("AC-20");
    assertThat(said(recordings().get(2), "upnp.manufacturer")).containsExactly("Acme");
    assertThat(said(recordings().get(2), "upnp.service")).containsExactly("urn:x:service:B:1");
  }

  private static List<Ask> interview(String location) {
    return new SsdpProbe()
        .open(
            Probe.Stage.INTERVIEW,
            target(),
            List.of(heardBy("ssdp", Endpoint.udp(1900), "ssdp.location", location)),
            ID);
  }

  @Test
  void fetchesADescriptionOnlyFromTheSenderItself() {
    assertThat(interview("http://10.20.30.40:49152/d.xml")).hasSize(1);
    assertThat(interview("http://10.20.30.41:49152/d.xml")).isEmpty();
    assertThat(interview("http://10.20.30.40:9100/d.xml"))
        .as("said in a printer's name, which would print the question")
        .isEmpty();
    assertThat(interview("http://evil.example/d.xml")).isEmpty();
    assertThat(interview("file:///etc/passwd")).isEmpty();
  }

  @Test
  void aSearchComeBackSaysNothing() {
    byte[] own = new SsdpProbe().call(ID).get(0).payload();
    assertThat(new String(own, UTF_8))
        .contains("MAN: \"ssdp:discover\"")
        .doesNotContain("ssdp:all");
    assertThat(probe().hear(announced(1900, own)).facts()).isEmpty();
  }

  @Test
  void aSearchByIpv6NamesTheIpv6Group() {
    for (Ask.Datagram ask : new SsdpProbe().call(ID, Cidr.address("fe80::2"))) {
      assertThat(new String(ask.payload(), UTF_8)).contains("\r\nHOST: [FF02::C]:1900\r\n");
    }
    for (Ask.Datagram ask : new SsdpProbe().call(ID, Cidr.address("10.20.30.1"))) {
      assertThat(new String(ask.payload(), UTF_8)).contains("\r\nHOST: 239.255.255.250:1900\r\n");
    }
  }
}
