package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A port that another process holds: the search that is answered there was not run, and is so told.
 */
@LabTest
class TakenPortTest {
  private static final String HOLDER =
      """
      import socket, time
      held = []
      for port in (34569, 10669):
          s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
          s.bind(("0.0.0.0", port))
          held.append(s)
      time.sleep(120)
      """;

  @Test
  void whatCouldNotListenIsNotRunAndNeverNoDevices(Lab lab) throws Exception {
    Path log = Path.of("target", "lab", "holder.log").toAbsolutePath();
    Process holder = lab.scanner().start(log, List.of("/usr/bin/python3", "-c", HOLDER));
    try {
      while (!lab.scanner().listens(holder, Peer.udp(10669).kind(), 10669)) {
        assertThat(holder.waitFor(50, TimeUnit.MILLISECONDS)).as("the holder lives").isFalse();
      }
      ScannerRun scan =
          ScannerRun.of(lab, "taken", List.of("10.77.1.8/29"), "--sensitive", "owner-decision");
      String told = scan.report().toString();
      assertThat(told)
          .contains("xm on UDP port 34569 was not run", "panasonic on UDP port 10669 was not run");
      assertThat(scan.heard(Cameras.GSOAP.address(), "scan.not-asked"))
          .as("a question that could not be answered is not silence")
          .anyMatch(why -> why.contains("no socket for xm"));
      assertThat(told).doesNotContain("sadp on UDP port 37020 was not run");
    } finally {
      holder.destroyForcibly();
    }
  }
}
