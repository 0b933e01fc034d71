package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Probe;
import org.junit.jupiter.api.Test;

class ProbesCommandTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN = "<!-- made by: camsweep probes --markdown -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void theReadmesTableIsWhatTheCommandPrints() throws IOException {
    Typed typed = Typed.camsweep("probes", "--markdown");
    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    String readme = Files.readString(README);
    int from = readme.indexOf(BEGIN) + BEGIN.length();
    int to = readme.indexOf(END, from);
    assertThat(from).isGreaterThan(BEGIN.length());
    if (Boolean.getBoolean("camsweep.docs.write")) {
      Files.writeString(README, readme.substring(0, from) + typed.out() + readme.substring(to));
      return;
    }
    assertThat(readme.substring(from, to))
        .as(
            "write it anew: mvn test -pl scanner-core,fingerprints,scanner-cli"
                + " -Dtest=ProbesCommandTest -Dcamsweep.docs.write=true")
        .isEqualTo(typed.out());
  }

  @Test
  void everyProbeIsListedWithWhatAPersonWantsToKnow() {
    String out = Typed.camsweep("probes").out();
    for (Probe probe : ProbeCatalogue.all()) {
      Probe.About about = probe.about();
      int at = out.indexOf(probe.id().name() + ": " + about.title());
      assertThat(at).as(probe.id().name()).isNotNegative();
      String lines = out.substring(at, Math.min(out.length(), at + 900)).replaceAll("\\s+", " ");
      assertThat(lines)
          .contains("; facts ", about.reach(), about.ports())
          .contains("sends: ", "can learn: ");
    }
  }

  @Test
  void whatOnlyReadsWhatOthersSentIsNotOn() {
    Map<String, String> others =
        Map.of(
            "dhcp", "heard only",
            "nmap", "from Nmap XML",
            "snmp", "when given a community or user",
            "onvif-interview", "when given a log-in");
    others.forEach(
        (name, runs) ->
            assertThat(Typed.camsweep("probes", name).out()).contains("  " + runs + "; facts "));
    for (String name : List.of("http", "ports", "mdns")) {
      assertThat(Typed.camsweep("probes", name).out()).as(name).contains("  on; facts ");
    }
  }

  @Test
  void theFlaggedProbesAreOffAndSayThatLinksAloneAreAsked() {
    for (String name : List.of("hanwha", "bosch", "sony", "reolink", "pppp")) {
      assertThat(Typed.camsweep("probes", name).out())
          .as(name)
          .contains("off; facts ", "broadcast (");
    }
  }

  @Test
  void aNamedProbeShowsAllItsBytes() {
    assertThat(Typed.camsweep("probes", "dhip").out().replaceAll("\\s+", " "))
        .contains("\\x00\\x00\\x00DHIP", "\"method\":\"DHDiscover.search\"");
    String wsd = Typed.camsweep("probes", "wsd").out().replaceAll("\\s+", "");
    assertThat(wsd.split("</e:Envelope>", -1)).as("three forms, each to its end").hasSize(4);
    assertThat(Typed.camsweep("probes", "--long").out().length())
        .isGreaterThan(Typed.camsweep("probes").out().length());
  }

  @Test
  void anHttpQuestionIsShownToItsEnd() {
    assertThat(Typed.camsweep("probes", "http").out().replaceAll("\\s+", ""))
        .contains(
            "sends:GET/HTTP/1.1\\r\\nHost:ADDRESS\\r\\nUser-Agent:AGENT\\r\\nAccept:*/*\\r\\n"
                + "Connection:close\\r\\n\\r\\n");
    assertThat(Typed.camsweep("probes", "vendorhttp").out().replaceAll("\\s+", ""))
        .contains("Content-Length:60", "\\r\\n\\r\\n{\"apiVersion\":\"1.0\"");
    assertThat(Typed.camsweep("probes", "rtsp").out()).contains("User-Agent: camsweep\\r\\n");
  }

  @Test
  void anUnknownNameIsOneClearLine() {
    Typed typed = Typed.camsweep("probes", "nosuch");
    assertThat(typed.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(typed.err()).contains("no probe is called 'nosuch'");
  }
}
