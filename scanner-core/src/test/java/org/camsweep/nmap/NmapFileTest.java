package org.camsweep.nmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Mac;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmapFileTest {
  static final String REPORT =
      """
      <?xml version="1.0"?>
      <!DOCTYPE nmaprun>
      <nmaprun scanner="nmap" version="7.93" xmloutputversion="1.05">
      <hosthint><address addr="10.9.9.9" addrtype="ipv4"/></hosthint>
      <host endtime="1700000000"><status state="up" reason="arp-response"/>
      <address addr="10.0.0.5" addrtype="ipv4"/><address addr="02:AA:BB:CC:DD:01" addrtype="mac"/>
      <ports>
      <port protocol="tcp" portid="80"><state state="open"/>
      <service name="http" product="Guessed Cam httpd" version="9" devicetype="webcam" method="probed"/>
      <script id="http-server-header" output="LabCam"><elem>LabCam</elem></script>
      <script id="http-title" output="Login"><elem key="title">Login page</elem></script></port>
      <port protocol="tcp" portid="81"><state state="closed"/></port>
      <port protocol="udp" portid="161"><state state="open"/>
      <script id="snmp-sysdescr" output="Lab camera 9&#xa;  System uptime: 3s"/></port>
      </ports>
      <hostscript><script id="upnp-info" output="&#xa; Server: Lab/1 UPnP/1.0&#xa;  Manufacturer: Lab Optics"/></hostscript>
      </host>
      <host><status state="down"/><address addr="10.0.0.6" addrtype="ipv4"/></host>
      <runstats><finished exit="success"/></runstats>
      </nmaprun>
      """;

  private final List<NmapHost> hosts = new ArrayList<>();

  private NmapFile.Ending read(String text) throws ConfigException {
    hosts.clear();
    return NmapFile.read("report.xml", new ByteArrayInputStream(text.getBytes(UTF_8)), hosts::add);
  }

  @Test
  void readsHostsPortsAndScripts() throws ConfigException {
    NmapFile.Ending ending = read(REPORT);
    assertThat(ending).isEqualTo(new NmapFile.Ending("7.93", 1, 1, true));
    NmapHost host = hosts.get(0);
    assertThat(host.addresses()).containsExactly(Cidr.address("10.0.0.5"));
    assertThat(host.mac()).contains(new Mac("02:aa:bb:cc:dd:01"));
    assertThat(host.at().getEpochSecond()).isEqualTo(1_700_000_000);
    assertThat(host.ports()).extracting(NmapHost.Port::number).containsExactly(80, 161);
    assertThat(host.ports().get(0).script("http-title").orElseThrow().value("title"))
        .contains("Login page");
    assertThat(host.scripts()).hasSize(1);
  }

  @Test
  void everyPrefixIsReadAsFarAsItGoes() {
    int firstHost = REPORT.indexOf("</host>") + "</host>".length();
    int end = REPORT.indexOf("<finished exit=\"success\"/>");
    for (int n = 0; n < REPORT.length(); n++) {
      try {
        NmapFile.Ending ending = read(REPORT.substring(0, n));
        assertThat(hosts).as("at " + n).hasSize(1);
        assertThat(ending.whole()).as("at " + n).isEqualTo(n > end + 25);
      } catch (ConfigException e) {
        assertThat(n).as("no host yet").isLessThan(firstHost);
      }
    }
  }

  @Test
  void noEntityIsResolvedAndNoFileIsRead(@TempDir Path folder) throws Exception {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "top-secret-word");
    String external =
        REPORT
            .replace(
                "<!DOCTYPE nmaprun>",
                "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
            .replace("Login page", "&x;");
    try {
      read(external);
    } catch (ConfigException e) {
      assertThat(e).hasMessageNotContaining("top-secret-word");
    }
    assertThat(hosts.toString()).doesNotContain("top-secret-word");
  }

  @Test
  void growingEntitiesDoNotGrow() {
    StringBuilder kinds = new StringBuilder("<!DOCTYPE nmaprun [<!ENTITY a0 \"xxxxxxxxxx\">");
    for (int i = 1; i < 12; i++) {
      kinds.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    String bomb = REPORT.replace("<!DOCTYPE nmaprun>", kinds + "]>").replace("Login page", "&a11;");
    try {
      read(bomb);
    } catch (ConfigException e) {
      assertThat(e.getMessage().length()).isLessThan(300);
    }
    assertThat(hosts.toString().length()).isLessThan(10_000);
  }

  @Test
  void bytesThatAreNoTextAreOneClearLineAndNothingOfTheLibrarysOwn() {
    byte[] broken = REPORT.getBytes(UTF_8);
    broken[REPORT.indexOf("10.9.9.9")] = (byte) 0xff;
    assertThat(printedBy(broken, "is not UTF-8 text; give the file as nmap -oX wrote it"))
        .isEmpty();
  }

  /** The JDK's reader prints the trace of an exception where a declaration breaks off. */
  @Test
  void aDocumentTypeThatBreaksOffIsOneClearLineAndNothingOfTheLibrarysOwn() {
    for (String start :
        List.of(
            "<!DOCTYPE nmaprun [",
            "<!DOCTYPE nmaprun [ <!ENTITY a ",
            "<!DOCTYPE nmaprun [ <!-- ",
            "<!DOCTYPE nmaprun SYSTEM \"x",
            "<!DOCTYPE nmaprun",
            "<!-- <nmaprun> ",
            "words",
            " ".repeat(100_000) + "<nmaprun/>")) {
      assertThat(printedBy(start.getBytes(UTF_8), "is no readable Nmap report; give the file"))
          .as(start)
          .isEmpty();
    }
  }

  private String printedBy(byte[] broken, String message) {
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThatThrownBy(
              () -> NmapFile.read("report.xml", new ByteArrayInputStream(broken), hosts::add))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(message);
    } finally {
      System.setErr(real);
    }
    return said.toString(UTF_8);
  }

  @Test
  void whatStandsBeforeTheRootIsNotObeyedAndLinesKeepTheirNumbers() throws ConfigException {
    String head =
        """
        <?xml version="1.0" encoding="UTF-16"?>
        <!DOCTYPE nmaprun SYSTEM 'a>b' >
        <?xml-stylesheet href="file:///x"?>
        <!-- as: nmap -oX <nmaprun> -- - -->
        """;
    assertThat(read("\ufeff" + head + "<nmaprun/>").hosts()).isZero();
    assertThat(read(head + REPORT.substring(REPORT.indexOf("<nmaprun"))).whole()).isTrue();
    assertThatThrownBy(() -> read(head + "<nmaprun>\n<a></b>")).hasMessageContaining("xml:6:");
  }

  @Test
  void whatStandsBeforeSuchBytesIsRead() throws ConfigException {
    String two = REPORT.replace("<runstats>", "<host>" + "x".repeat(20_000) + "?</host><runstats>");
    byte[] broken = two.getBytes(UTF_8);
    broken[two.lastIndexOf('?')] = (byte) 0xc3;
    NmapFile.Ending ending =
        NmapFile.read("report.xml", new ByteArrayInputStream(broken), hosts::add);
    assertThat(ending.whole()).isFalse();
    assertThat(hosts).hasSize(1);
  }

  @Test
  void depthIsBounded() {
    String deep = "<nmaprun>" + "<table>".repeat(100_000);
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no readable Nmap report");
  }

  @Test
  void otherXmlIsOneClearLine() {
    assertThat(NmapFile.begins("<html>".getBytes(UTF_8))).isFalse();
    assertThat(NmapFile.begins(REPORT.getBytes(UTF_8))).isTrue();
    assertThatThrownBy(() -> read("<other/>"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("nmap -oX");
  }
}
