package org.camsweep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoLifeTest {
  @Test
  void aSiteThatIsClosedLeavesNoThreadAndItsPortsAreFree() throws IOException {
    for (int round = 0; round < 3; round++) {
      try (DemoSite site = DemoSite.start();
          Socket dripping = new Socket(InetAddress.getByName("127.77.2.10"), site.ports().get(0))) {
        assertThat(dripping.getInputStream().read()).isEqualTo('H');
        assertThat(threads()).contains("demo-site");
      }
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void aTakenPortMovesTheWholeSiteToItsOtherPorts() throws IOException {
    InetAddress gate = InetAddress.getByName("127.77.1.1");
    try (ServerSocket other = new ServerSocket(8080, 1, gate);
        DemoSite site = DemoSite.start()) {
      assertThat(other.isBound()).isTrue();
      assertThat(site.ports()).containsExactly(8081, 18_443, 10_554);
      assertThat(new String(site.siteFile(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("ports: ['8081', '18443', '10554']");
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("demo-"))
        .collect(Collectors.toSet());
  }
}
