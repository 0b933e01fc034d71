package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's key and log-in at a device that has a link-local address and no other. */
@Tag("lab")
class ZonedOwnersTest {
  private static final String ADDRESS = "fe80::c0";
  private static final String ZONED = ADDRESS + "%eth0";

  @TempDir private Path results;

  private String site() throws IOException {
    return OwnersSite.write(
        results,
        """
        - id: link
          cidr: 'fe80::c0%eth0'
          sensitive: true
          sensitiveReason: owner-decision
          credentials: reader
          snmp: { version: 2c, community: { env: LAB_SNMP } }
        """);
  }

  private static void start(Pair pair) throws IOException {
    pair.there().must("ip", "link", "set", "lo", "up");
    pair.there().must("ip", "addr", "add", ADDRESS + "/64", "dev", "eth0", "nodad");
    Path conf = pair.file("snmpd.conf");
    Files.writeString(
        conf,
        "agentAddress udp6:[%s]:161\nrocommunity6 %s\nsysName link-camera\n"
            .formatted(ZONED, OwnersSite.COMMUNITY));
    Process agent = pair.startThere("snmpd", "-f", "-Lo", "-C", "-c", conf.toString());
    Process service =
        pair.startThere(
            GsoapDevice.program().toString(),
            "127.0.0.1",
            "8081",
            "LAB-ZONED",
            "1",
            LoginCameras.USER,
            LoginCameras.PASSWORD);
    Process door =
        pair.startThere(
            "/usr/bin/python3", Cameras.source("zones/camera.py"), ADDRESS, "eth0", "8081");
    pair.await("the agent", () -> pair.there().listens(agent, "udp", 161));
    pair.await("the service", () -> pair.there().listens(service, "tcp", 8081));
    pair.await("the door", () -> pair.there().listens(door, "tcp", 80));
  }

  @Test
  void snmpAndTheInterviewGoToTheLinkOfTheAddress() throws IOException {
    Requirements.check(List.of(Pair.TOOLS, LoginCameras.RECORDER));
    try (Pair pair = Pair.open("owners")) {
      start(pair);
      Path out = results.resolve("out");
      Command.Result scan =
          pair.camsweep(
              List.of(
                  "LAB_USER=" + LoginCameras.USER,
                  "LAB_PASSWORD=" + LoginCameras.PASSWORD,
                  "LAB_SNMP=" + OwnersSite.COMMUNITY),
              "scan",
              "--site",
              site(),
              "-d",
              out.toString());
      assertThat(Pair.heard(out, ZONED, "snmp.outcome"))
          .as(scan.text() + pair.log())
          .containsExactly("began", "in");
      assertThat(Pair.heard(out, ZONED, "snmp.sysname")).containsExactly("link-camera");
      assertThat(Pair.heard(out, ZONED, "interview.outcome"))
          .as(scan.text() + Pair.heard(out, ZONED, "interview.why") + pair.log())
          .containsExactly("began", "in");
      assertThat(Pair.heard(out, ZONED, "onvif.model")).contains("LAB-ZONED");
      assertThat(pair.log())
          .as("a device is not told what this machine calls the link")
          .contains("Host: [" + ADDRESS + "%")
          .doesNotContain("Host: [" + ZONED);
      assertThat(pair.log()).contains("login taken user=" + LoginCameras.USER);
    }
  }
}
