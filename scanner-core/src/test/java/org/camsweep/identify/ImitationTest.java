package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.junit.jupiter.api.Test;

/** Boxes that answer where nothing stands, and boxes that only look like them. */
class ImitationTest {
  private final List<Observation> heard = new ArrayList<>();

  private void heard(int last, String probe, Endpoint at, String raw, Fact... facts) {
    heard.add(
        new Observation(
            "o" + heard.size(),
            address(last),
            Optional.of("n"),
            ProbeId.of(probe),
            at,
            Optional.empty(),
            Instant.EPOCH,
            facts.length == 0 ? Outcome.REFUSED : Outcome.ANSWERED,
            List.of(facts),
            raw.isEmpty() ? Optional.empty() : Optional.of(raw)));
  }

  private static Address address(int last) {
    return Address.of(new byte[] {(byte) 192, 0, 2, (byte) last});
  }

  private static Fact fact(String field, String value) {
    return Fact.of(Field.of(field), value);
  }

  private void page(int last, String raw, String nonce) {
    heard(
        last,
        "http",
        Endpoint.tcp(80),
        raw,
        fact("port.open", "80"),
        fact("http.challenge", "Digest realm=\"cam\", nonce=\"" + nonce + "\""));
  }

  private List<Device> devices() {
    Collections.shuffle(heard, new Random(5));
    return DeviceAssembler.assemble(heard);
  }

  private Imitation imitation() {
    return Imitation.among(devices());
  }

  private static Identification clearable() {
    return new Identification(
        DeviceKind.CAMERA,
        Level.UNKNOWN,
        Optional.empty(),
        List.of(),
        Optional.of("Label"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "nothing known",
        Optional.empty());
  }

  @Test
  void oneBoxThatAnswersForABlockIsContestedAtEveryAddress() {
    for (int i = 130; i < 250; i++) {
      page(i, "aa", "0001");
    }
    page(3, "bb", "0002");
    Imitation imitation = imitation();
    assertThat(imitation.sentences())
        .singleElement()
        .asString()
        .startsWith("One box answers at 120 addresses of 192.0.2.128/25");
    for (Device device : devices()) {
      Identification believed = imitation.of(device, clearable());
      boolean inside = !device.addresses().contains(address(3));
      assertThat(believed.level()).isEqualTo(inside ? Level.CONTESTED : Level.UNKNOWN);
      assertThat(believed.kind()).isEqualTo(inside ? DeviceKind.UNKNOWN : DeviceKind.CAMERA);
      assertThat(believed.settle().isPresent()).isEqualTo(inside);
    }
  }

  @Test
  void onTheLinkTheHardwareAddressShowsTheOneBox() {
    for (int i = 224; i < 240; i++) {
      heard(i, "http", Endpoint.tcp(80), "aa", fact("http.title", "camera"));
      heard(i, "neighbour", Endpoint.link(), "cc", fact("neighbour.mac", "02:00:00:00:00:09"));
    }
    assertThat(imitation().sentences())
        .singleElement()
        .asString()
        .startsWith("One box answers at 16 addresses of 192.0.2.224/28");
  }

  @Test
  void manyOfOneModelAreWhatTheyAre() {
    for (int i = 128; i < 256; i++) {
      page(i, "raw" + i, "nonce" + i);
    }
    assertThat(imitation().sentences()).as("each has a nonce of its own").isEmpty();
    heard.clear();
    for (int i = 128; i < 256; i++) {
      heard(i, "http", Endpoint.tcp(80), "aa", fact("http.title", "camera"));
      heard(
          i,
          "neighbour",
          Endpoint.link(),
          "m" + i,
          fact("neighbour.mac", "02:00:00:00:00:%02x".formatted(i)));
    }
    assertThat(imitation().sentences()).as("each shows itself on the link").isEmpty();
  }

  @Test
  void whatMayBeManyOfOneModelIsSaidAndChangesNoDevice() {
    for (int i = 128; i < 256; i++) {
      heard(i, "http", Endpoint.tcp(80), "aa", fact("http.title", "camera"));
    }
    Imitation imitation = imitation();
    assertThat(imitation.sentences())
        .singleElement()
        .asString()
        .startsWith("At 128 addresses of 192.0.2.128/25 the same is said to the byte");
    for (Device device : devices()) {
      assertThat(imitation.of(device, clearable())).isEqualTo(clearable());
    }
  }

  @Test
  void aFewThatSoundAlikeInALargeBlockAreNoCrowd() {
    for (int i = 0; i < 256; i += 3) {
      page(i, "aa", "0001");
    }
    assertThat(imitation().sentences()).isEmpty();
    heard.clear();
    for (int i = 128; i < 128 + 11; i++) {
      page(i, "aa", "0001");
    }
    assertThat(imitation().sentences()).isEmpty();
    page(139, "aa", "0001");
    assertThat(imitation().sentences())
        .singleElement()
        .asString()
        .startsWith("One box answers at 12 addresses of 192.0.2.128/28");
  }

  @Test
  void whereOnlySomeShareANonceOneBoxIsNotProved() {
    for (int i = 128; i < 144; i++) {
      page(i, "aa", i < 143 ? "0001" : "0002");
    }
    assertThat(imitation().sentences())
        .singleElement()
        .asString()
        .startsWith("At 16 addresses of 192.0.2.128/28 the same is said to the byte");
  }

  @Test
  void crowdsAreToldByTheirBlocks() {
    for (int i = 16; i < 32; i++) {
      page(i, "zz", "0001");
      page(i + 128, "aa", "0002");
    }
    assertThat(OneForMany.among(devices()))
        .extracting(OneForMany.Crowd::block)
        .containsExactly("192.0.2.144/28", "192.0.2.16/28");
    List<Device> far = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      heard.clear();
      heard.add(
          new Observation(
              "o1",
              Address.of(new byte[] {(byte) 198, 51, 100, (byte) i}),
              Optional.of("n"),
              ProbeId.of("http"),
              Endpoint.tcp(80),
              Optional.empty(),
              Instant.EPOCH,
              Outcome.ANSWERED,
              List.of(fact("http.title", "camera")),
              Optional.of("aa")));
      far.addAll(devices());
    }
    assertThat(OneForMany.among(far))
        .extracting(OneForMany.Crowd::block)
        .containsExactly("198.51.100.0/28");
  }

  @Test
  void whoWasBelievedToBeTheMakerIsNowOneInQuestion() {
    for (int i = 128; i < 144; i++) {
      page(i, "aa", "0001");
    }
    Identification named =
        new Identifier(SmallPack.pack())
            .identify(Heard.device("http.server = acme-platform", "http.server = bolt-declared"));
    Identification believed = imitation().of(devices().get(0), named);
    assertThat(believed.candidates()).extracting(Maker::id).containsExactly("acme", "bolt");
    assertThat(believed.maker()).isEmpty();
    assertThat(believed.evidence()).isEqualTo(named.evidence());
  }

  @Test
  void portsThatOnlyAnsweredAndDatagramsAreNoOpenPorts() {
    for (int port = 1; port <= Voice.PORTS; port++) {
      heard(7, "http", Endpoint.tcp(port), "p" + port, fact("http.title", "" + port));
      heard(8, "http", Endpoint.udp(port), "q" + port, fact("port.open", "" + port));
    }
    assertThat(imitation().sentences()).isEmpty();
    assertThat(devices()).extracting(Voice::allOpen).containsOnly(0);
    assertThat(Voice.of(devices().get(1))).as("datagrams are no voice").isEmpty();
  }

  @Test
  void whereEveryPortIsOpenATarpitAnswers() {
    for (int port = 1; port <= Voice.PORTS; port++) {
      heard(7, "http", Endpoint.tcp(port), "p" + port, fact("port.open", "" + port));
      heard(8, "http", Endpoint.tcp(port), "q" + port, fact("port.open", "" + port));
    }
    heard(8, "http", Endpoint.tcp(99), "");
    for (int port = 1; port < Voice.PORTS; port++) {
      heard(9, "http", Endpoint.tcp(port), "r" + port, fact("port.open", "" + port));
    }
    Imitation imitation = imitation();
    assertThat(imitation.sentences()).singleElement().asString().startsWith("1 device has every");
    for (Device device : devices()) {
      boolean tarpit = device.addresses().contains(address(7));
      assertThat(imitation.of(device, clearable()).level())
          .isEqualTo(tarpit ? Level.CONTESTED : Level.UNKNOWN);
    }
  }
}
