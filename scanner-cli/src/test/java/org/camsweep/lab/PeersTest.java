package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every peer answers a client that is not camsweep: what the other tests find or do not find is
 * then the product's doing.
 */
@LabTest
class PeersTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String PYTHON = "/usr/bin/python3";

  private static String ask(Lab lab, String... words) {
    return lab.scanner().run(LIMIT, words).text();
  }

  private static String probe(Lab lab, String to) {
    return ask(lab, PYTHON, Cameras.source("client/probe.py"), "wsd", to);
  }

  @Test
  void camerasAnswerTheMulticastProbe(Lab lab) {
    String heard = probe(lab, "239.255.255.250");
    for (int more = 0; more < 2 && !heard.contains("PREDATOR"); more++) {
      heard += probe(lab, "239.255.255.250"); // a mock that another test kept busy drops a datagram
    }
    assertThat(heard)
        .contains(Cameras.MOCK.address() + " ", Cameras.GSOAP.address() + " ", "PREDATOR", "LAB-7")
        .contains(Cameras.OUTSIDER.address() + " ", Hostile.POINTER.address() + " ")
        .doesNotContain(Segment.FAR.address(10) + " ", Segment.FAR.address(11) + " ");
  }

  @Test
  void theOfficePcAnswersOnBothFamilies(Lab lab) {
    assertThat(ask(lab, PYTHON, Cameras.source("client/probe.py"), "wsd-device", "239.255.255.250"))
        .contains(Office.PC.address() + " ");
    String six = ask(lab, PYTHON, Cameras.source("client/probe.py"), "wsd-device", "ff02::c%eth0");
    assertThat(six).contains("fe80::77:1ff:fe00:14", "fe80::77:1ff:fe00:b");
  }

  @Test
  void camerasBehindTheRouterAnswerUnicast(Lab lab) {
    assertThat(probe(lab, Cameras.FAR_MOCK.address())).contains("PREDATOR");
    assertThat(probe(lab, Cameras.FAR_GSOAP.address())).contains("LAB-7");
    assertThat(probe(lab, Cameras.FAR_GSOAP.address6())).contains("LAB-7");
  }

  @Test
  void webServersAnswer(Lab lab) {
    for (Peer web : new Peer[] {Office.WEB, Office.FAR_WEB}) {
      assertThat(ask(lab, "curl", "-si", "http://" + web.address() + "/"))
          .contains("200 OK", "Staff notices");
      assertThat(ask(lab, "curl", "-ski", "https://" + web.address() + "/"))
          .contains("Staff notices");
    }
    assertThat(ask(lab, "curl", "-si", "http://[" + Office.FAR_WEB.address6() + "]/"))
        .contains("200 OK");
  }

  @Test
  void theOldDeviceSpeaksNothingNewerThanTls10(Lab lab) {
    String to = Cameras.OLD_TLS.address() + ":443";
    assertThat(ask(lab, "openssl", "s_client", "-connect", to, "-tls1_2"))
        .contains("unsupported protocol");
    assertThat(
            ask(
                lab,
                "openssl",
                "s_client",
                "-connect",
                to,
                "-tls1",
                "-cipher",
                "DEFAULT@SECLEVEL=0"))
        .contains("LAB-OLD-1", "1024 bit");
  }

  @Test
  void thePrinterTheRendererAndTheMusicServerAnswer(Lab lab) {
    assertThat(ask(lab, "curl", "-si", "http://" + Office.PRINTER.address() + ":631/"))
        .contains("CUPS");
    assertThat(ask(lab, PYTHON, Cameras.source("client/probe.py"), "ssdp", "239.255.255.250"))
        .contains(Office.RENDERER.address() + " ", Office.MUSIC.address() + " ")
        .contains(Hostile.POINTER.address() + " ", "MiniDLNA");
  }

  @Test
  void theServerGreets(Lab lab) {
    String to = Office.SERVER.address();
    assertThat(ask(lab, "nc", "-w", "2", to, "22")).startsWith("SSH-2.0-OpenSSH");
    assertThat(ask(lab, "nc", "-w", "2", to, "21")).startsWith("220 (vsFTPd");
    assertThat(ask(lab, "snmpget", "-v2c", "-c", "public", to, "1.3.6.1.2.1.1.1.0"))
        .contains("Office file server");
  }

  @Test
  void theRtspCameraAsksForADigest(Lab lab) {
    String asked = "DESCRIBE rtsp://x/stream RTSP/1.0\\r\\nCSeq: 1\\r\\n\\r\\n";
    String to = Cameras.GSOAP.address();
    assertThat(ask(lab, "sh", "-c", "printf '" + asked + "' | nc -w 3 " + to + " 554"))
        .contains("401", "Digest realm=\"lab-camera\"", "GStreamer");
  }

  @Test
  void theOnvifServicesWantALogIn(Lab lab) {
    String call =
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><GetDeviceInformation"
            + " xmlns='http://www.onvif.org/ver10/device/wsdl'/></s:Body></s:Envelope>";
    assertThat(onvif(lab, LoginCameras.RECORDER, call))
        .contains("Server: gSOAP", "NotAuthorized")
        .doesNotContain("LABSERIAL");
    assertThat(onvif(lab, LoginCameras.DIGEST, call))
        .contains("401", "WWW-Authenticate: Digest realm=\"lab camera\"");
    String login = LoginCameras.USER + ":" + LoginCameras.PASSWORD;
    assertThat(onvif(lab, LoginCameras.DIGEST, call, "--digest", "-u", login))
        .contains("LABSERIAL0042");
  }

  private static String onvif(Lab lab, Peer peer, String call, String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("curl", "-si", "-d", call));
    words.addAll(List.of("-H", "Content-Type: application/soap+xml"));
    words.addAll(List.of(more));
    words.add("http://" + peer.address() + "/onvif/device_service");
    return ask(lab, words.toArray(String[]::new));
  }

  @Test
  void theOpenRtspCameraDescribesItsStream(Lab lab) {
    String asked = "DESCRIBE rtsp://x/ RTSP/1.0\\r\\nCSeq: 1\\r\\n\\r\\n";
    String to = Cameras.OPEN_RTSP.address();
    assertThat(ask(lab, "sh", "-c", "printf '" + asked + "' | nc -w 3 " + to + " 554"))
        .contains("200 OK", "LabRtsp/3.1", "s=Lab open stream");
  }

  @Test
  void theUpnpCameraAnswersTheSearchAndServesItsDescription(Lab lab) {
    String to = Cameras.SSDP.address();
    assertThat(ask(lab, PYTHON, Cameras.source("client/probe.py"), "ssdp", "239.255.255.250"))
        .contains(to + " ", "DigitalSecurityCamera:1");
    assertThat(ask(lab, "curl", "-si", "http://" + to + ":49152/lab/description.xml"))
        .contains("200 OK", "<modelName>UP-3</modelName>");
  }

  @Test
  void theWhiteboardAnnouncesItsPage(Lab lab) {
    assertThat(ask(lab, PYTHON, Cameras.source("client/probe.py"), "mdns-web", "224.0.0.251"))
        .contains(Office.WHITEBOARD.address() + " ", "Whiteboard");
  }

  @Test
  void avahiHostsAnnounceTheirServices(Lab lab) {
    assertThat(ask(lab, PYTHON, Cameras.source("client/probe.py"), "mdns", "224.0.0.251"))
        .contains(Cameras.MDNS.address() + " ", Office.NAS.address() + " ", "_axis-video", "_smb");
  }

  @Test
  void thePointerPointsElsewhere(Lab lab) {
    assertThat(ask(lab, "curl", "-si", "http://" + Hostile.POINTER.address() + "/"))
        .contains("Location: http://198.51.100.7/");
    assertThat(probe(lab, Hostile.POINTER.address())).contains("http://10.99.0.1/");
  }

  @Test
  void darkAddressesTimeOutAndNothingLeavesTheLab(Lab lab) {
    Command.Result dark = lab.scanner().run(LIMIT, "curl", "-sS", "-m", "2", "http://10.77.2.99/");
    assertThat(dark.text()).contains("timed out");
    Outbound sent = Outbound.watch(lab.scanner(), List.of("10.77.1.0/26"));
    lab.scanner().run(LIMIT, "curl", "-sS", "-m", "1", "http://203.0.113.9/");
    lab.scanner().run(LIMIT, "curl", "-sS", "-m", "1", "http://10.77.1.22/");
    assertThat(lab.wiring().outside()).contains("10.77.1.2 203.0.113.9 tcp");
    assertThat(sent.strays()).containsExactly("203.0.113.9 tcp");
    assertThat(sent.asked()).containsExactly("10.77.1.22");
  }
}
