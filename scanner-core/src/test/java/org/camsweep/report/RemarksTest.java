package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private int next;

  private Observation heard(String probe, Endpoint at, String field, String value) {
    return new Observation(
        "o" + ++next,
        Cidr.address("10.0.0.7"),
        Optional.of("n"),
        ProbeId.of(probe),
        at,
        Optional.empty(),
        Instant.EPOCH,
        Outcome.CUT_SHORT,
        List.of(Fact.of(Field.of(field), value)),
        Optional.empty());
  }

  private static Device device(Observation... observations) {
    return new Device(
        new DeviceId("10.0.0.7"),
        List.of(Cidr.address("10.0.0.7")),
        Optional.of("n"),
        Optional.empty(),
        Optional.empty(),
        List.of(observations),
        List.of());
  }

  @Test
  void nearlyAllDevicesHaveNone() {
    Device usual = device(heard("http", Endpoint.tcp(80), "http.title", "scan.limit"));
    assertThat(Remarks.of(usual, List.of())).isEmpty();
  }

  @Test
  void eachLimitIsNamedOnceWithTheFirstPlaces() {
    Device device =
        device(
            heard("http", Endpoint.tcp(80), "scan.cut-short", "headers of a reply (100)"),
            heard("http", Endpoint.tcp(443), "scan.cut-short", "headers of a reply (100)"),
            heard("http", Endpoint.tcp(81), "scan.cut-short", "headers of a reply (100)"),
            heard("http", Endpoint.tcp(88), "scan.cut-short", "headers of a reply (100)"),
            heard("scan", Endpoint.link(), "scan.limit", "questions to one host (40)"),
            heard("wsd", Endpoint.udp(3702), "scan.not-asked", "not-heard: dropped"),
            heard("sadp", Endpoint.udp(37020), "scan.not-asked", "not-sent: no route"));
    assertThat(Remarks.of(device, List.of("pieces of evidence shown (256)")))
        .containsExactly(
            "cut short, headers of a reply (100): http at tcp/443, http at tcp/80, http at tcp/81"
                + " and 1 more",
            "limit met: pieces of evidence shown (256)",
            "limit met: questions to one host (40)",
            "an answer may have found no room in the scanning machine: wsd at udp/3702");
  }
}
