package org.camsweep.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** No secret is left anywhere, whatever its spelling and whichever field says it. */
class ScrubberTest {
  private static final List<String> FIELDS =
      List.of(
          "http.title",
          "http.server",
          "http.body",
          "http.realm",
          "rtsp.realm",
          "onvif.model",
          "sdp.session",
          "tls.subject",
          "mdns.txt",
          "ftp.greeting",
          "upnp.model-name");

  private static Observation observation(String address, List<Fact> facts) {
    return new Observation(
        "o1",
        Cidr.address(address),
        Optional.of("house"),
        ProbeId.of("http"),
        Endpoint.tcp(80),
        Optional.of("eth0"),
        Instant.parse("2026-11-25T09:12:34Z"),
        Outcome.ANSWERED,
        facts,
        Optional.of("00"));
  }

  private static List<Observation> scrub(List<Observation> heard) {
    return new Scrubber(mac -> mac.text().startsWith("70:b3:d5") ? 9 : 6, Set.of("acme", "camera"))
        .scrub(heard);
  }

  private static Fact fact(String field, String value) {
    return Fact.of(Field.of(field), value);
  }

  private static String word(Random random, String letters, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(letters.charAt(random.nextInt(letters.length())));
    }
    return out.toString();
  }

  @Property(tries = 300)
  void noSecretIsLeftInAnyFieldOrSpelling(@ForAll long seed) {
    Random random = new Random(seed);
    String hex = "0123456789abcdef";
    String address = "10." + (1 + random.nextInt(250)) + "." + random.nextInt(250) + ".77";
    String mac = "0c" + word(random, hex, 4) + "9" + word(random, hex, 5);
    String colons = mac.replaceAll("(..)(?!$)", "$1:");
    String serial = "AC" + word(random, "0123456789", 4) + word(random, "3456789", 8);
    String host = "zq" + word(random, "bcdfghjklmnpqrstvwxz", 8);
    String uuid =
        word(random, hex, 8)
            + "-"
            + word(random, hex, 4)
            + "-4"
            + word(random, hex, 3)
            + "-a"
            + word(random, hex, 3)
            + "-"
            + word(random, hex, 12);
    String mail = "x" + word(random, "bcdfgh", 6) + "@" + word(random, "jklmnp", 7) + ".example";
    String key = "9" + word(random, hex, 63);
    String[] octets = colons.split(":", -1);
    String backwards = octets[5] + octets[4] + octets[3] + octets[2] + octets[1] + octets[0];
    List<String> spelled =
        List.of(
            address,
            colons,
            mac,
            mac.toUpperCase(Locale.ROOT),
            colons.replace(':', '-'),
            backwards,
            mac.substring(6),
            serial,
            host,
            host.toUpperCase(Locale.ROOT),
            uuid,
            mail,
            URLEncoder.encode(mail, StandardCharsets.UTF_8),
            key,
            Base64.getEncoder()
                .withoutPadding()
                .encodeToString(serial.getBytes(StandardCharsets.UTF_8)));
    List<Fact> facts = new ArrayList<>();
    for (String secret : spelled) {
      for (String field : FIELDS) {
        facts.add(fact(field, "a <" + secret + "> b"));
      }
    }
    facts.add(fact("sadp.mac", colons));
    facts.add(fact("sadp.serial", serial));
    facts.add(fact("xm.host-name", host));
    facts.add(fact("onvif.endpoint", "urn:uuid:" + uuid));
    facts.add(fact("tls.sha256", key));
    facts.add(fact("onvif.scope.location", "51.50072,-0.12462"));
    List<Observation> once = scrub(List.of(observation(address, facts)));
    String out = once.toString();
    for (String secret : spelled) {
      assertThat(out.toLowerCase(Locale.ROOT)).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }
    assertThat(out).doesNotContain("51.5007", "house", "eth0", "09:12");
    List<Fact> again = scrub(once).get(0).facts();
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i)).as("scrubbed again").isEqualTo(once.get(0).facts().get(i));
    }
    assertThat(scrub(List.of(observation(address, facts)))).isEqualTo(once);
  }

  @Test
  void whatShowsTheFirmwareStays() {
    List<Fact> facts =
        List.of(
            fact("sadp.mac", "0c:12:34:56:78:9a"),
            fact("sadp.serial", "DS-2CD2143G0-I20180101AAWRC12345678"),
            fact("http.server", "Acme-Web/10.1.2.3"),
            fact("sadp.software", "V5.5.0.12 build 170123"),
            fact("wsd.scope.name", "Acme%20Camera"),
            fact("sadp.mask", "255.255.255.0"),
            fact("http.header", "X-Mac: 0C-12-34-56-78-9A"));
    List<Fact> said = scrub(List.of(observation("10.0.0.9", facts))).get(0).facts();
    assertThat(said)
        .extracting(Fact::value)
        .containsExactly(
            "0c:12:34:00:00:01",
            "DS-2CD2143G0-I2018" + "0000AAAAA00000001",
            "Acme-Web/10.1.2.3",
            "V5.5.0.12 build 170123",
            "Acme%20Camera",
            "255.255.255.0",
            "X-Mac: 0C-12-34-00-00-01");
  }

  @Test
  void twoDevicesStayTwoAndABlockStaysWhole() {
    List<Observation> out =
        scrub(
            List.of(
                observation("10.0.0.1", List.of(fact("a.mac", "70:b3:d5:12:3a:bc"))),
                observation("10.0.0.2", List.of(fact("a.mac", "70:b3:d5:12:3d:ef"))),
                observation("10.0.0.1", List.of(fact("a.text", "at 10.0.0.2")))));
    assertThat(out)
        .extracting(o -> o.address().toString() + " " + o.facts().get(0).value())
        .containsExactly(
            "192.0.2.1 70:b3:d5:12:30:01", "192.0.2.2 70:b3:d5:12:30:02", "192.0.2.1 at 192.0.2.2");
  }
}
