package org.camsweep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report by the real Nmap, of servers that know nothing of it or of camsweep. */
@Tag("lab")
class NmapTest {
  @Test
  void aReportIsJudged() {
    Requirements.check(List.of(Pair.TOOLS));
    try (Pair pair = Pair.open("nmap")) {
      PeerFolder tls = new PeerFolder(pair.file("tls"), "tls", Pair.THERE, "fd78::2");
      tls.certificate("/O=Lab Optics/CN=LAB-TLS-9", 2048, "sha256");
      String key = tls.path("key.pem");
      String cert = tls.path("cert.pem");
      pair.startThere(
          "openssl", "s_server", "-quiet", "-accept", "443", "-www", "-key", key, "-cert", cert);
      Process serving =
          pair.startThere("/usr/bin/python3", Cameras.source("capture/serve.py"), Pair.THERE);
      pair.await("the servers", () -> pair.there().listens(serving, "tcp", 23));
      Path xml = pair.file("report-of-someone");
      String scripts = "banner,http-server-header,http-auth,ssl-cert";
      Command.Result nmap =
          pair.here()
              .run(
                  Duration.ofMinutes(2),
                  ("nmap -n -sV --version-light --script " + scripts)
                      .concat(" -p 21,22,23,80,443,554 " + Pair.THERE + " -oX " + xml)
                      .split(" ", -1));
      assertThat(nmap.code()).as(nmap.text()).isZero();
      Path out = pair.file("report.json");

      Command.Result run =
          pair.camsweep(
              "identify", xml.toString(), "--sensitive", "owner-decision", "-o", "json=" + out);

      assertThat(run.text()).contains("report of Nmap");
      JsonNode device = Pair.json(out).path("devices").path(0);
      assertThat(device.path("mac").asText()).isEqualTo(Pair.THERE_MAC);
      assertThat(device.path("answers"))
          .allMatch(a -> a.path("probe").asText().equals("nmap"))
          .hasSize(6);
      assertThat(Pair.json(out).path("findings").toString())
          .contains("\"review\"")
          .doesNotContain("\"clear\"");
    }
  }
}
