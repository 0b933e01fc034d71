package org.camsweep.probe.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class SameHostTest {
  private static final Address HOST = Cidr.address("10.20.30.40");

  private static Optional<SameHost> of(String pointer) {
    return SameHost.of(pointer, HOST, 8080, false);
  }

  @Test
  void onlyTheSameLiteralAddressIsTheSameHost() {
    assertThat(of("https://10.20.30.40/x#y")).contains(new SameHost(443, true, "/x"));
    assertThat(of("http://10.20.30.40:81?a=b")).contains(new SameHost(81, false, "/?a=b"));
    assertThat(of("//10.20.30.40/x")).contains(new SameHost(80, false, "/x"));
    assertThat(of("/doc/page")).contains(new SameHost(8080, false, "/doc/page"));
    assertThat(of("./web/")).contains(new SameHost(8080, false, "/web/"));
    for (String other :
        new String[] {
          "http://10.20.30.41/",
          "http://camera.local/",
          "http://10.20.30.40.evil/",
          "http://10.20.30.40@10.0.0.1/",
          "javascript:x()",
          "ftp://10.20.30.40/",
          "",
          "http://10.20.30.40:0/",
          "http://10.20.30.40:99999/",
          "http://[::1]/",
          "//evil/x",
          "/with blank",
          "http://2130706433/",
          "http://10.20.30.040/"
        }) {
      assertThat(of(other)).as(other).isEmpty();
    }
  }

  @Test
  void nobodyPointsToAPrinterAControllerOrAnotherProtocol() {
    for (int port : new int[] {9100, 9107, 502, 102, 44_818, 515, 25, 23, 6379, 6667}) {
      assertThat(of("http://10.20.30.40:" + port + "/x")).as("%d", port).isEmpty();
      assertThat(SameHost.atSender("http://0.0.0.0:" + port + "/onvif/device_service"))
          .as("%d", port)
          .isEmpty();
    }
    for (int port : new int[] {80, 81, 88, 443, 2020, 8000, 8899, 9000, 49_152}) {
      assertThat(of("http://10.20.30.40:" + port + "/x")).as("%d", port).isPresent();
    }
  }

  @Test
  void ipv6LiteralsAreCompared() {
    Address six = Cidr.address("fd00:1::5");
    assertThat(SameHost.of("http://[fd00:1:0::5]:81/a", six, 80, false))
        .contains(new SameHost(81, false, "/a"));
    assertThat(SameHost.of("http://[fd00:1::6]/a", six, 80, false)).isEmpty();
  }

  @Test
  void aStatedHostIsReplacedByTheSender() {
    assertThat(SameHost.atSender("http://0.0.0.0:8899/onvif/device_service"))
        .contains(new SameHost(8899, false, "/onvif/device_service"));
    assertThat(SameHost.atSender("http://[]/onvif/device_service"))
        .contains(new SameHost(80, false, "/onvif/device_service"));
    assertThat(SameHost.atSender("https://[fe80::1%eth0]/x"))
        .contains(new SameHost(443, true, "/x"));
    assertThat(SameHost.atSender("nonsense")).isEmpty();
  }

  @Test
  void pathsThatMayShowOrChangeSomethingAreNotSafe() {
    for (String path :
        new String[] {
          "/snapshot.jpg", "/cgi-bin/guestimage.html", "/logout", "/x?action=reboot",
          "/a.cgi", "/login?user=a", "/video/live", "/set_time"
        }) {
      assertThat(new SameHost(80, false, path).isSafe()).as(path).isFalse();
    }
    for (String path : new String[] {"/doc/page/login.asp?_1700000000", "/web/", "/index.html"}) {
      assertThat(new SameHost(80, false, path).isSafe()).as(path).isTrue();
    }
  }
}
