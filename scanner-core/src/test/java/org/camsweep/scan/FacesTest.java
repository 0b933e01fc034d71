package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.identify.Identifier;
import org.camsweep.identify.Level;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Judged;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** A device that copies another's identifiers is not taken for it and changes nothing of it. */
class FacesTest {
  private static final String WHO = "onvif.serial=S1234; upnp.udn=uuid:77ab; onvif.model=C1";

  private static Pack pack() {
    PackText text = new PackText();
    for (String maker : List.of("acme", "bolt")) {
      text.maker(
          maker,
          ("signatures:\n  - { id: %s-p, field: http.server, pattern: '^%s$', evidence: platform,"
                  + " verified: true, claims: { device: camera }, source: s,"
                  + " examples: [ { text: %s } ], nonExamples: [ x ] }\n")
              .formatted(maker, maker, maker));
    }
    return text.read();
  }

  private static List<Judged> identify(String... lines) {
    List<Observation> heard = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" ", 2);
      heard.add(
          new Observation(
              "o" + heard.size(),
              Cidr.address(parts[0]),
              Optional.of("lan"),
              ProbeId.of("test"),
              Endpoint.tcp(heard.size() + 1),
              Optional.empty(),
              Instant.EPOCH,
              Outcome.ANSWERED,
              Arrays.stream(parts[1].split("; ", -1))
                  .map(f -> f.split("=", 2))
                  .map(f -> Fact.of(Field.of(f[0]), f[1]))
                  .toList(),
              Optional.empty()));
    }
    return Faces.identify(heard, new Identifier(pack()));
  }

  @Test
  void twoFacesThatAreTheSameByThemselvesAreOneDevice() {
    List<Judged> judged =
        identify("192.0.2.1 http.server=acme; " + WHO, "2001:db8::1 http.server=acme; " + WHO);
    assertThat(judged).hasSize(1);
    assertThat(judged.get(0).device().addresses()).hasSize(2);
    assertThat(judged.get(0).device().joins().get(0).value())
        .isEqualTo("serial number s1234 and UPnP device name uuid:77ab");
  }

  @Test
  void anUnknownOneIsNotTakenForTheOneItCopies() {
    List<Judged> judged =
        identify("192.0.2.1 http.server=acme; " + WHO, "2001:db8::1 http.server=none; " + WHO);
    assertThat(judged).hasSize(2);
    assertThat(judged.get(0).identification().level()).isEqualTo(Level.CONFIRMED);
    assertThat(judged.get(1).identification().level()).isEqualTo(Level.UNKNOWN);
    assertThat(judged).flatExtracting(j -> j.device().joins()).isEmpty();
  }

  @Test
  void oneOfAnotherMakerDoesNotMakeTheOneItCopiesContested() {
    List<Judged> judged =
        identify("192.0.2.1 http.server=acme; " + WHO, "2001:db8::1 http.server=bolt; " + WHO);
    assertThat(judged)
        .extracting(j -> j.identification().maker().orElseThrow().id())
        .containsExactly("acme", "bolt");
  }

  @Test
  void whoProvesTheSameKeyIsTheSameBoxHoweverLittleOneFaceSays() {
    String key = "; tls.sha256=ab12ab12";
    List<Judged> judged =
        identify(
            "192.0.2.1 http.server=acme; " + WHO + key,
            "2001:db8::1 rtsp.server=none; " + WHO + key);
    assertThat(judged).hasSize(1);
    assertThat(judged.get(0).device().joins().get(0).reason()).isEqualTo("same key and statements");
  }

  @Test
  void whatIsSaidUnaskedInADevicesNameDoesNotMakeItAnothers() {
    List<Judged> judged =
        identify(
            "192.0.2.1 http.server=acme", "192.0.2.1 http.server=bolt; scan.unasked=announced");
    assertThat(judged).hasSize(1);
    assertThat(judged.get(0).identification().level()).isEqualTo(Level.CONFIRMED);
    assertThat(judged.get(0).identification().maker().orElseThrow().id()).isEqualTo("acme");
  }

  @Test
  void whatIsSaidUnaskedIsBelievedWhereTheDeviceSaysNothingParticular() {
    List<Judged> judged =
        identify(
            "192.0.2.1 http.server=none", "192.0.2.1 http.server=bolt; scan.unasked=announced");
    assertThat(judged.get(0).identification().maker().orElseThrow().id()).isEqualTo("bolt");
  }
}
