package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmapReadingTest {
  private static final String REPORT =
      """
      <nmaprun version="7.93"><host><status state="up"/>
      <address addr="10.0.0.5" addrtype="ipv4"/><address addr="02:AA:BB:CC:DD:01" addrtype="mac"/>
      <ports>
      <port protocol="tcp" portid="80"><state state="open"/>
      <service name="http" product="Guess httpd" devicetype="webcam" method="probed"
       servicefp="SF-Port80-TCP:V=7.93%r(GetRequest,50,&quot;HTTP/1\\.1\\x20401\\x20No\\r\\nServer:\\x20LabCam\\r\\nWWW-Authenticate:\\x20Basic\\x20realm=\\&quot;LAB\\x209\\&quot;\\r\\n\\r\\n&quot;);"/>
      <script id="http-server-header" output="LabCam"><elem>LabCam</elem></script></port>
      <port protocol="tcp" portid="22"><state state="open"/>
      <service name="ssh" method="table"/><script id="banner" output="SSH-2.0-lab"/></port>
      <port protocol="tcp" portid="23"><state state="open"/>
      <script id="banner" output="\\xFF\\xFD\\x01LAB-9 login:"/></port>
      <port protocol="tcp" portid="554"><state state="open"/>
      <script id="rtsp-methods" output="ERROR: failed"/></port>
      <port protocol="udp" portid="161"><state state="open"/>
      <script id="snmp-sysdescr" output="Lab camera 9&#xa;  System uptime: 3s"/></port></ports>
      <hostscript><script id="upnp-info" output="&#xa; 10.0.0.5&#xa;    Server: Lab/1 UPnP/1.0&#xa;      Manufacturer: Lab Optics"/></hostscript>
      </host></nmaprun>
      """;

  @Test
  void theDevicesWordsFillTheUsualFieldsAndNmapsItsOwn(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("any-name");
    Files.writeString(file, REPORT);
    Foreign read = NmapReading.read(file, ProbeCatalogue.all());
    assertThat(read.observations()).allMatch(o -> o.probe().name().equals("nmap"));
    assertThat(said(read, "link/0"))
        .contains("neighbour.mac=02:aa:bb:cc:dd:01", "ssdp.server=Lab/1 UPnP/1.0")
        .contains("upnp.manufacturer=Lab Optics");
    assertThat(said(read, "tcp/80"))
        .contains("http.server=LabCam", "http.realm=LAB 9", "http.status=401", "port.open=80")
        .contains("nmap.product=Guess httpd", "nmap.devicetype=webcam");
    assertThat(said(read, "tcp/22"))
        .contains("ssh.greeting=SSH-2.0-lab")
        .as("a name from a table of ports is no finding")
        .noneMatch(f -> f.startsWith("nmap."));
    assertThat(said(read, "tcp/23")).contains("telnet.greeting=LAB-9 login:");
    assertThat(said(read, "tcp/554")).containsExactly("port.open=554");
    assertThat(said(read, "udp/161")).containsExactly("snmp.sysdescr=Lab camera 9");
    assertThat(read.remarks()).anyMatch(r -> r.contains("breaks off"));
  }

  private static List<String> said(Foreign read, String endpoint) {
    return read.observations().stream()
        .filter(o -> o.endpoint().toString().equals(endpoint))
        .map(Observation::facts)
        .flatMap(List::stream)
        .map((Fact f) -> f.field() + "=" + f.value())
        .toList();
  }
}
