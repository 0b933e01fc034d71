package org.camsweep.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.device.Join;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Says;
import org.camsweep.exposure.Sight;
import org.camsweep.exposure.Sign;
import org.camsweep.exposure.Topic;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Devices for {@link SampleReport}, and what is believed of them; one of them is hostile. */
public final class SampleDevices {
  private SampleDevices() {}

  static Device relabelled() {
    return new Device(
        new DeviceId("0200005e5321"),
        List.of(Cidr.address("10.0.0.21"), Cidr.address("2001:db8::21")),
        Optional.of("cctv"),
        Optional.of(new Mac("02:00:00:5e:53:21")),
        Optional.of("neighbour table"),
        List.of(
            observation("o1", "10.0.0.21", "http", Endpoint.tcp(80), Outcome.ANSWERED),
            observation("o2", "10.0.0.21", "rtsp", Endpoint.tcp(554), Outcome.GARBLED),
            observation("o3", "2001:db8::21", "wsd", Endpoint.udp(3702), Outcome.ANSWERED),
            observation("o4", "10.0.0.21", "tls", Endpoint.tcp(443), Outcome.REFUSED)),
        List.of(new Join("same hardware address", "02:00:00:5e:53:21")));
  }

  public static Device device(String address, String id) {
    return new Device(
        new DeviceId(address),
        List.of(Cidr.address(address)),
        Optional.of(address.startsWith("10.1") ? "office" : "cctv"),
        Optional.empty(),
        Optional.empty(),
        List.of(observation(id, address, "http", Endpoint.tcp(80), Outcome.ANSWERED)),
        List.of());
  }

  static Device notInterviewed() {
    return with(
        device("10.0.0.23", "o6"),
        Endpoint.link(),
        Outcome.NOT_ASKED,
        List.of(
            Fact.of(Field.of("interview.outcome"), "not-tried"),
            Fact.of(Field.of("interview.why"), "it is not known to be a camera")));
  }

  /** A recorder that names its channels in every way that has hurt a reader of reports. */
  static Device interviewed() {
    List<Fact> facts = new java.util.ArrayList<>();
    facts.add(Fact.of(Field.of("interview.outcome"), "in"));
    facts.add(Fact.of(Field.of("interview.why"), "a later question was not answered: HTTP 500"));
    for (int i = 1; i <= SampleReport.HOSTILE.size(); i++) {
      facts.add(Fact.of(Field.of("interview.channel"), SampleReport.HOSTILE.get(i - 1)));
      facts.add(
          Fact.of(
              Field.of("interview.channel-name"),
              i + "=" + SampleReport.HOSTILE.get(SampleReport.HOSTILE.size() - i)));
    }
    facts.add(Fact.of(Field.of("interview.channel-size"), "2=1920x1080"));
    return with(device("10.0.0.24", "o7"), Endpoint.tcp(80), Outcome.ANSWERED, facts);
  }

  static Device with(Device device, Endpoint where, Outcome outcome, List<Fact> facts) {
    Observation interview =
        new Observation(
            "i" + facts.size(),
            device.addresses().get(0),
            device.network(),
            ProbeId.of("onvif-interview"),
            where,
            Optional.empty(),
            SampleReport.NOON.plusSeconds(60),
            outcome,
            facts,
            Optional.empty());
    return new Device(
        device.id(),
        device.addresses(),
        device.network(),
        device.mac(),
        device.macSource(),
        Stream.concat(device.observations().stream(), Stream.of(interview)).toList(),
        device.joins());
  }

  static Device outside() {
    Address address = Cidr.address("192.168.7.7");
    return new Device(
        new DeviceId("192.168.7.7"),
        List.of(address),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(observation("o9", "192.168.7.7", "wsd", Endpoint.udp(3702), Outcome.ANSWERED)),
        List.of());
  }

  static Observation observation(
      String id, String address, String probe, Endpoint endpoint, Outcome outcome) {
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of("cctv"),
        ProbeId.of(probe),
        endpoint,
        Optional.of("eth0"),
        SampleReport.NOON.plusSeconds(id.length()),
        outcome,
        List.of(Fact.of(Field.of("http.server"), "a fact that no export may need")),
        Optional.of("cd".repeat(32)));
  }

  public static Identification identified(Level level, Maker maker, String brand) {
    return new Identification(
        DeviceKind.CAMERA,
        level,
        Optional.of(maker),
        List.of(),
        Optional.of(brand),
        Optional.of("NV-4120"),
        Optional.of("SN-0042"),
        Optional.of("V5.7.1"),
        List.of(evidence(maker.id(), "http.server", "Vision-webs/")),
        List.of(),
        "the platform says so",
        level == Level.CONFIRMED ? Optional.empty() : Optional.of("read the label"));
  }

  static Identification unknown(DeviceKind kind) {
    return new Identification(
        kind,
        Level.UNKNOWN,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "nothing names a maker",
        Optional.of("read the label"));
  }

  static Identification contested() {
    return new Identification(
        DeviceKind.RECORDER,
        Level.CONTESTED,
        Optional.empty(),
        List.of(SampleReport.ACME, SampleReport.ORIENT),
        Optional.of("Acme"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(evidence("acme", "http.server", "Acme")),
        List.of(evidence("orient", "http.realm", "Orient")),
        "two makers' platforms speak",
        Optional.of("open the case"));
  }

  static Identification hostile() {
    List<Evidence> said =
        SampleReport.HOSTILE.stream()
            .map(value -> evidence("orient", "http.title", value))
            .toList();
    return new Identification(
        DeviceKind.CAMERA,
        Level.POSSIBLE,
        Optional.of(SampleReport.ORIENT),
        List.of(),
        Optional.of(SampleReport.HOSTILE.get(0)),
        Optional.of(SampleReport.HOSTILE.get(7)),
        Optional.of(SampleReport.HOSTILE.get(10)),
        Optional.of(SampleReport.HOSTILE.get(8)),
        said,
        said,
        "a likeness",
        Optional.of("read the label"));
  }

  static List<HardwareAddress> hardware() {
    return List.of(
        new HardwareAddress(
            new Mac("00:00:5e:00:53:21"),
            List.of("neighbour table", "sadp.mac"),
            Optional.of(new Registrant("00005e0", "=Orient \"Vision\" Co")),
            Optional.of("2026-08-26")),
        new HardwareAddress(
            new Mac("02:00:00:5e:53:21"),
            List.of("wsd.scope.mac"),
            Optional.empty(),
            Optional.empty()));
  }

  static List<Exposure> exposures() {
    return List.of(
        new Exposure(
            Topic.MICROPHONE,
            Sight.SEEN,
            List.of(sign("o2", "audio 0 RTP/AVP 8", Says.SEEN)),
            Optional.empty()),
        new Exposure(
            Topic.REMOTE_ACCESS, Sight.NOT_DETERMINABLE, List.of(), Optional.of("ask the owner")));
  }

  static List<Exposure> hostileExposures() {
    List<Sign> said =
        SampleReport.HOSTILE.stream().map(v -> sign("o10", v, Says.NOT_SEEN)).toList();
    return List.of(
        new Exposure(Topic.REMOTE_ACCESS, Sight.NOT_SEEN, said, Optional.of("ask the router")));
  }

  static Sign sign(String observation, String value, Says says) {
    String cut = value.length() <= 256 ? value : value.substring(0, 256);
    return new Sign("some-rule", observation, "sdp.media", cut, says, "what it means", true);
  }

  static Evidence evidence(String maker, String field, String value) {
    return new Evidence(
        maker + "-sign",
        field,
        value,
        EvidenceKind.PLATFORM,
        "o1",
        Optional.of(maker),
        Optional.empty(),
        true);
  }
}
