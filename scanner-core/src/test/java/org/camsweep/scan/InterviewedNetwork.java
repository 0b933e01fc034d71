package org.camsweep.scan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceAssembler;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.interview.PretendDevice;
import org.camsweep.interview.Secret;
import org.camsweep.interview.Secrets;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Judged;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;

/** A network whose owner gave a log-in, cameras in it, and what was written of them. */
abstract class InterviewedNetwork {
  static final String USER = "svc-oper77";
  static final String PASSWORD = "s3cret-Long";
  static final String HOST = "127.64.0.1";

  final KeptSink sink =
      new KeptSink() {
        @Override
        public void done(Address a, String network, AddressOutcome o, Set<String> probes) {
          throw new AssertionError("no address ends here");
        }
      };
  final List<Observation> written = sink.observations;
  final Map<Address, Asked> sent = sink.sent;

  static Scope scope() throws Exception {
    Network cctv = network("cctv", "127.64.0.0/24", List.of("127.64.0.9"));
    return Scope.demo(List.of(cctv, network("office", "127.65.0.0/24", List.of())));
  }

  static Network network(String id, String block, List<String> exclusions) {
    return Networks.excluding(exclusions, id, new Pace(10_000, 1_000, 2), block);
  }

  Interviews.Ended run(Judged... devices) throws Exception {
    return interviews().run(List.of(devices));
  }

  Interviews interviews() throws Exception {
    Credential.Reference user = new Credential.Reference("env", "U");
    Credential.Reference pass = new Credential.Reference("env", "P");
    Secret secret =
        new Secrets(Map.of("U", USER, "P", PASSWORD)).fetch(new Credential("c", user, pass));
    return new Interviews(scope(), Map.of("cctv", secret), 10_000, "camsweep/test", sink);
  }

  static Observation said(String host, String probe, int port, Map<String, String> facts) {
    return new Observation(
        "o" + Math.floorMod(facts.hashCode(), 1_000_000),
        Cidr.address(host),
        Optional.of(host.startsWith("127.64") ? "cctv" : "office"),
        ProbeId.of(probe),
        Endpoint.tcp(port),
        Optional.empty(),
        Instant.EPOCH,
        Outcome.ANSWERED,
        new TreeMap<>(facts)
            .entrySet().stream().map(f -> Fact.of(Field.of(f.getKey()), f.getValue())).toList(),
        Optional.empty());
  }

  static Observation call(String host, int port, String name, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("onvif.call", name);
    facts.put("onvif.path", "/onvif/device_service");
    facts.put("onvif.scheme", "http");
    return said(host, "onvif", port, facts);
  }

  static Observation clock(String host, int port) {
    long skew = PretendDevice.SKEW.toSeconds();
    return call(host, port, "GetSystemDateAndTime", Map.of("onvif.clock-skew", "" + skew));
  }

  static Observation challenge(String host, int port, String challenge) {
    return call(host, port, "GetDeviceInformation", Map.of("onvif.challenge", challenge));
  }

  static final Maker MAKER =
      new Maker(
          "m",
          "Example Optics",
          List.of(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          true,
          List.of());

  static Evidence evidence(EvidenceKind kind, boolean verified) {
    return new Evidence(
        "s", "http.server", "x", kind, "o1", Optional.of("m"), Optional.empty(), verified);
  }

  static Judged judged(
      DeviceKind kind, Level level, List<Evidence> evidence, Observation... observations) {
    Device device = DeviceAssembler.assemble(List.of(observations)).get(0);
    return new Judged(
        device,
        new Identification(
            kind,
            level,
            level.isFirm() || level == Level.POSSIBLE ? Optional.of(MAKER) : Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            evidence,
            List.of(),
            "rule",
            Optional.empty()));
  }

  static Judged camera(Observation... observations) {
    return judged(
        DeviceKind.CAMERA,
        Level.CONFIRMED,
        List.of(evidence(EvidenceKind.PLATFORM, true)),
        observations);
  }

  static Judged camera(String host, PretendDevice device) {
    return camera(clock(host, device.port()));
  }

  List<String> words() {
    return written.stream()
        .map(o -> o.first(Field.of("interview.outcome")).orElse("") + why(o))
        .toList();
  }

  static String why(Observation o) {
    return o.first(Field.of("interview.why")).map(w -> ": " + w).orElse("");
  }
}
