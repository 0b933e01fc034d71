package org.camsweep.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class DeviceAssemblerTest {
  private static final String MAC = "00:11:22:01:02:03";
  private static final String OTHER = "00:11:22:01:02:04";
  private static int sequence;

  /** {@code address field=value; field=value}: one observation. */
  private static Observation heard(String address, String facts) {
    return heard("o" + ++sequence, "lan", address, facts);
  }

  private static Observation heard(String id, String network, String address, String facts) {
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of(network),
        ProbeId.of("test"),
        Endpoint.udp(3702),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        Arrays.stream(facts.split("; "))
            .map(f -> f.split("=", 2))
            .map(f -> Fact.of(Field.of(f[0]), f[1]))
            .toList(),
        Optional.empty());
  }

  private static List<Device> assemble(Observation... observations) {
    return DeviceAssembler.assemble(List.of(observations));
  }

  @Test
  void oneAddressIsOneDevice() {
    List<Device> devices =
        assemble(heard("192.0.2.1", "http.server=x"), heard("192.0.2.1", "rtsp.server=y"));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).joins()).containsExactly(new Join("same address", "192.0.2.1"));
    assertThat(devices.get(0).id().text()).isEqualTo("192.0.2.1");
  }

  @Test
  void bothStacksOfABoxAreJoinedByTheHardwareAddressSeen() {
    List<Device> devices =
        assemble(
            heard("192.0.2.1", "neighbour.mac=" + MAC),
            heard("2001:db8::1", "neighbour.mac=" + MAC));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).id().text()).isEqualTo("001122010203");
    assertThat(devices.get(0).mac()).contains(new Mac(MAC));
    assertThat(devices.get(0).joins()).contains(new Join("same hardware address", MAC));
  }

  @Test
  void aStatedHardwareAddressJoinsOnlyBesideSomethingElse() {
    String stated = "wsd.scope.mac=" + MAC;
    List<Device> devices =
        assemble(
            heard("192.0.2.1", stated + "; onvif.serial=S1234"),
            heard("2001:db8::1", "sadp.mac=" + MAC + "; onvif.serial=S1234"));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).restsOnStatements()).isTrue();
    assertThat(devices.get(0).joins())
        .containsExactly(
            new Join("same statements", "hardware address " + MAC + " and serial number s1234"));
    assertThat(assemble(heard("192.0.2.1", stated), heard("2001:db8::1", stated))).hasSize(2);
    assertThat(
            assemble(
                heard("192.0.2.1", stated + "; onvif.model=C1"),
                heard("2001:db8::1", stated + "; onvif.model=C1")))
        .as("many boxes are of one model")
        .hasSize(2);
  }

  @Test
  void twoOfIpv4StayTwoWhateverTheyState() {
    String all = "wsd.endpoint=urn:uuid:12ab; onvif.serial=S1234; onvif.model=C1; sadp.mac=" + MAC;
    assertThat(assemble(heard("192.0.2.1", all), heard("192.0.2.2", all))).hasSize(2);
  }

  @Test
  void whatAThirdOneStatesTooJoinsNobody() {
    String all = "wsd.endpoint=urn:uuid:12ab; onvif.serial=S1234";
    assertThat(
            assemble(heard("192.0.2.1", all), heard("192.0.2.2", all), heard("2001:db8::1", all)))
        .hasSize(3);
    assertThat(
            assemble(heard("192.0.2.1", all), heard("2001:db8::1", all), heard("2001:db8::2", all)))
        .hasSize(3);
  }

  @Test
  void whatIsSaidTwiceCountsOnce() {
    String said = "wsd.endpoint=urn:uuid:1-001122010203; wsd.scope.mac=" + MAC;
    assertThat(assemble(heard("192.0.2.1", said), heard("2001:db8::1", said))).hasSize(2);
    String trivial = "onvif.serial=0000; wsd.scope.mac=" + MAC;
    assertThat(assemble(heard("192.0.2.1", trivial), heard("2001:db8::1", trivial))).hasSize(2);
  }

  @Test
  void anAddressMadeFromTheHardwareAddressIsOneStatement() {
    String four = "sadp.mac=" + MAC + "; onvif.serial=S1234";
    Observation six = heard("fd00::211:22ff:fe01:203", "onvif.serial=S1234");
    assertThat(assemble(heard("192.0.2.1", four), six)).hasSize(1);
    assertThat(assemble(heard("192.0.2.1", "sadp.mac=" + MAC), six)).hasSize(2);
    assertThat(
            assemble(
                heard("192.0.2.1", four),
                heard("fd00::211:22ff:fe01:204", "wsd.scope.mac=" + MAC + "; onvif.serial=S1234")))
        .as("its address is made from another one")
        .hasSize(2);
    assertThat(
            assemble(
                heard("192.0.2.1", four),
                six,
                heard("2001:db8::211:22ff:fe01:203", "onvif.serial=S1234")))
        .as("two prefixes, one interface")
        .hasSize(1);
  }

  @Test
  void theKeyOfACertificateIsMoreThanWords() {
    String said = "tls.sha256=ab12ab12; upnp.udn=uuid:77";
    List<Device> devices = assemble(heard("192.0.2.1", said), heard("2001:db8::1", said));
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).restsOnStatements()).isFalse();
    assertThat(
            assemble(
                heard("192.0.2.1", said),
                heard("2001:db8::1", "tls.sha256=ab12ab13; upnp.udn=uuid:77")))
        .hasSize(2);
  }

  @Test
  void aLinkLocalFaceIsJoinedByTheNeighbourTableOrByItsInterface() {
    Observation four = heard("192.0.2.1", "neighbour.mac=" + MAC);
    assertThat(
            assemble(
                four,
                heard("fe80::99", "neighbour.mac=" + MAC),
                heard("fd00::77", "neighbour.mac=" + MAC)))
        .hasSize(1);
    List<Device> made = assemble(four, heard("fe80::211:22ff:fe01:203", "http.server=x"));
    assertThat(made).hasSize(1);
    assertThat(made.get(0).restsOnStatements()).isTrue();
    assertThat(
            assemble(
                heard("192.0.2.1", "sadp.mac=" + MAC),
                heard("fe80::211:22ff:fe01:203", "http.server=x")))
        .as("nobody saw that hardware address")
        .hasSize(2);
    assertThat(assemble(four, heard("fe80::211:22ff:fe01:203", "neighbour.mac=" + OTHER)))
        .as("what was seen outranks how an address is made")
        .hasSize(2);
  }

  @Test
  void oneAddressOnTwoLinksIsTwoDevices() {
    List<Device> devices =
        assemble(heard("fe80::1%eth0", "onvif.model=C1"), heard("fe80::1%eth1", "onvif.model=C1"));
    assertThat(devices)
        .extracting(d -> d.id().text())
        .containsExactly("fe80:0:0:0:0:0:0:1%eth0", "fe80:0:0:0:0:0:0:1%eth1");
    assertThat(
            assemble(
                heard("fe80::1%eth0", "neighbour.mac=" + MAC),
                heard("fe80::1%eth1", "neighbour.mac=" + OTHER)))
        .hasSize(2);
  }

  /** The same card seen on two links is one box; words alone do not make it one. */
  @Test
  void aBoxOnTwoLinksIsOneWhereItsCardWasSeenOnBoth() {
    assertThat(
            assemble(
                heard("fe80::1%eth0", "neighbour.mac=" + MAC),
                heard("fe80::1%eth1", "neighbour.mac=" + MAC)))
        .hasSize(1);
    String said = "wsd.endpoint=urn:uuid:12ab; onvif.serial=S1234";
    assertThat(
            assemble(
                heard("fe80::211:22ff:fe01:203%eth0", said),
                heard("fe80::211:22ff:fe01:203%eth1", said)))
        .hasSize(2);
    assertThat(assemble(heard("192.0.2.1", said), heard("fe80::1%eth0", said))).hasSize(1);
  }

  @Test
  void aRouterThatAnswersForOthersHidesNobody() {
    assertThat(
            assemble(
                heard("192.0.2.1", "neighbour.mac=" + MAC),
                heard("fd00::2ff:22ff:fe01:999", "neighbour.mac=" + MAC)))
        .hasSize(2);
  }

  @Test
  void aFalseClaimNeitherHidesNorChangesTheOther() {
    Observation seen = heard("192.0.2.1", "neighbour.mac=" + MAC + "; onvif.model=C1");
    Observation claim = heard("192.0.2.2", "sadp.mac=" + MAC + "; onvif.model=Z9");
    List<Device> devices = assemble(seen, claim);
    assertThat(devices).hasSize(2);
    assertThat(devices.get(0).id().text()).isEqualTo("001122010203");
    assertThat(devices.get(0).observations()).containsExactly(seen);
    assertThat(devices.get(1).mac()).isEmpty();
    assertThat(devices.get(1).id().text()).isEqualTo("192.0.2.2");
  }

  @Test
  void theSeenOutranksTheClaimed() {
    List<Device> devices =
        assemble(heard("192.0.2.1", "neighbour.mac=" + MAC + "; sadp.mac=" + OTHER));
    assertThat(devices.get(0).mac()).contains(new Mac(MAC));
    assertThat(devices.get(0).macSource()).contains("neighbour table");
  }

  @Test
  void anEndpointIdentifierAloneJoinsNothing() {
    String uuid = "wsd.endpoint=urn:uuid:12ab";
    assertThat(assemble(heard("192.0.2.1", uuid), heard("192.0.2.2", uuid))).hasSize(2);
    String same = uuid + "; onvif.serial=S1234";
    assertThat(assemble(heard("192.0.2.1", same), heard("2001:db8::1", same))).hasSize(1);
    assertThat(
            assemble(
                heard("192.0.2.1", same + "; neighbour.mac=" + MAC),
                heard("2001:db8::1", same + "; neighbour.mac=" + OTHER)))
        .hasSize(2);
  }

  @Test
  void networksAreNeverMixed() {
    String facts = "neighbour.mac=" + MAC + "; onvif.serial=S1";
    assertThat(
            assemble(
                heard("a", "core", "192.0.2.1", facts), heard("b", "lan", "2001:db8::1", facts)))
        .hasSize(2);
  }

  @Test
  void aGatewayThatAnswersForOthersIsNobodysHardwareAddress() {
    String gateway = "neighbour.mac=" + MAC;
    List<Device> devices =
        assemble(
            heard("192.0.2.1", gateway),
            heard("192.0.2.2", gateway),
            heard("192.0.2.3", gateway + "; sadp.mac=" + OTHER));
    assertThat(devices).hasSize(3);
    assertThat(devices.get(0).mac()).isEmpty();
    assertThat(devices.get(2).mac()).contains(new Mac(OTHER));
  }

  @Provide
  Arbitrary<List<Observation>> site() {
    Arbitrary<String> address =
        Arbitraries.of(
            "192.0.2.1",
            "192.0.2.2",
            "192.0.2.3",
            "2001:db8::1",
            "2001:db8::211:22ff:fe01:203",
            "fd00::211:22ff:fe01:203",
            "fe80::211:22ff:fe01:203",
            "fe80::211:22ff:fe01:203%eth0",
            "fe80::211:22ff:fe01:203%eth1",
            "fe80::1%eth0",
            "fe80::1%eth1");
    Arbitrary<String> fact =
        Arbitraries.of(
            "neighbour.mac=" + MAC,
            "neighbour.mac=" + OTHER,
            "sadp.mac=" + MAC,
            "wsd.scope.mac=" + OTHER,
            "onvif.model=C1",
            "onvif.model=C2",
            "onvif.serial=S1234",
            "tls.sha256=ab12ab12",
            "wsd.endpoint=urn:uuid:12ab",
            "http.server=x");
    return Arbitraries.integers()
        .between(1, 20)
        .flatMap(
            n ->
                address
                    .list()
                    .ofSize(n)
                    .flatMap(a -> fact.list().ofSize(n).map(f -> observations(a, f))));
  }

  private static List<Observation> observations(List<String> addresses, List<String> facts) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      all.add(heard("o" + i, "lan", addresses.get(i), facts.get(i)));
    }
    return all;
  }

  @Property(tries = 1000)
  void theOrderDoesNotMatterAndNothingIsLost(
      @ForAll("site") List<Observation> site, @ForAll long seed) {
    List<Observation> other = new ArrayList<>(site);
    Collections.shuffle(other, new Random(seed));
    List<Device> devices = DeviceAssembler.assemble(site);
    assertThat(DeviceAssembler.assemble(other)).isEqualTo(devices);
    assertThat(devices.stream().flatMap(d -> d.observations().stream()))
        .containsExactlyInAnyOrderElementsOf(site);
    assertThat(devices.stream().map(Device::id)).doesNotHaveDuplicates();
    assertThat(devices.stream().flatMap(d -> d.addresses().stream())).doesNotHaveDuplicates();
    List<Device> seen = DeviceAssembler.assembleSeen(other);
    for (Device part : seen) {
      assertThat(devices)
          .as("statements only join what was seen, they part nothing")
          .anyMatch(d -> d.addresses().containsAll(part.addresses()));
    }
  }
}
