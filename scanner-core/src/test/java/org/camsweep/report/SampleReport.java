package org.camsweep.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.policy.Waiver;
import org.camsweep.policy.Waivers;
import org.camsweep.site.Address;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;

/** Reports for tests, with invented makers: every level, verdict and absence occurs. */
public final class SampleReport {
  /** What a hostile device may say, in every way that has hurt a reader of reports. */
  public static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://203.0.113.9\";\"x\")",
          "\t=1+1",
          "  @SUM(A1)",
          "＝1+1",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "]]>&amp;<!--",
          "a|b\\c=d\"]\r\nCEF:0|x",
          "\u001b[2J\u001b]0;owned\u0007",
          "\u202egpj.exe\u2066",
          "nul \u0000 c1 \u009b half \ud83d ok \ud83d\ude00",
          "{\"a\":1}",
          "%s%n${jndi:x}",
          "x".repeat(3_000),
          "\ufeff\ufffe\uffff");

  public static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  public static final Maker ACME = maker("acme", "Acme Optics Ltd", "SE", "Acme");
  public static final Maker ORIENT = maker("orient", "Orient Vision Co, Ltd", "CN", "Orient");

  static final Map<Address, Asked> ASKED =
      Map.of(
          Cidr.address("10.0.0.21"),
          new Asked(Map.of("http", 7L, "wsd", 1L), 51),
          Cidr.address("2001:db8::21"),
          new Asked(Map.of("http", 1L), 1));

  private SampleReport() {}

  public static Report full() {
    return builder()
        .waivers(new Waivers(List.of(waiver("W-1", 40), waiver("W-2", -3))), TODAY)
        .build(coverage(), true, provenance())
        .since(before());
  }

  /** An inspection before it: a device that is gone, one with older firmware. */
  private static Report before() {
    return new ReportBuilder(networks())
        .device(relabelled(), older())
        .device(device("10.0.0.66", "o3"), hostile())
        .device(device("10.0.0.77", "o11"), unknown(DeviceKind.CAMERA))
        .build(coverage(), true, provenance());
  }

  private static Identification older() {
    Identification i = identified(Level.LIKELY, ORIENT, "Northview");
    return new Identification(
        i.kind(),
        i.level(),
        i.maker(),
        i.candidates(),
        i.brand(),
        i.model(),
        i.serial(),
        Optional.of("V5.6.0"),
        i.evidence(),
        i.contrary(),
        i.rule(),
        i.settle());
  }

  private static Waiver waiver(String id, int days) {
    return new Waiver(
        id,
        3,
        Optional.empty(),
        Optional.of("us-889"),
        Optional.of("f-3-A"),
        Optional.of("cctv"),
        Optional.empty(),
        "replacement ordered",
        days > 0 ? Optional.of("moved to its own VLAN") : Optional.empty(),
        "N. Owner",
        TODAY.minusMonths(6),
        TODAY.plusDays(days));
  }

  private static final List<Network> LINKS =
      List.of(
          new Network(
              "hq",
              "cctv",
              List.of(Cidr.parse("fe80::/64%eth0"), Cidr.parse("fe80::/64%eth1")),
              List.of(),
              Optional.empty(),
              false,
              Optional.empty(),
              List.of(),
              Pace.STANDARD,
              List.of()));

  /** Two devices with the same link-local address on two links. */
  public static Report zoned() {
    return new ReportBuilder(LINKS)
        .device(device("fe80:0:0:0:0:0:0:7%eth0", "o1"), identified(Level.LIKELY, ACME, "Acme"))
        .device(
            device("fe80:0:0:0:0:0:0:7%eth1", "o2"), identified(Level.LIKELY, ORIENT, "Northview"))
        .finding(finding("fe80:0:0:0:0:0:0:7%eth1", "uk-instruction", "sensitive-site", "review"))
        .build(new CoverageCount(LINKS), true, provenance());
  }

  /** A report on nothing: no network, no device, no finding. */
  public static Report empty() {
    Provenance bare =
        new Provenance(
            "scan-0",
            NOON,
            Optional.empty(),
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of(),
            "camsweep 0.1.0",
            "none",
            "2026-11-25",
            List.of(),
            Map.of(),
            List.of());
    return new ReportBuilder(List.of()).build(new CoverageCount(List.of()), false, bare);
  }

  static ReportBuilder builder() {
    ReportBuilder builder =
        new ReportBuilder(networks())
            .notTried(List.of("Vendor discovery", "SNMP"))
            .unreadable(1)
            .asked(ASKED)
            .device(
                relabelled(),
                identified(Level.CONFIRMED, ORIENT, "Northview"),
                hardware(),
                exposures())
            .device(device("10.0.0.22", "o5"), identified(Level.LIKELY, ACME, "Acme"))
            .device(notInterviewed(), unknown(DeviceKind.CAMERA))
            .device(interviewed(), contested())
            .device(device("10.1.0.7", "o8"), unknown(DeviceKind.OTHER))
            .device(outside(), unknown(DeviceKind.UNKNOWN))
            .device(device("10.0.0.66", "o10"), hostile(), List.of(), hostileExposures())
            .finding(finding("0200005e5321", "uk-instruction", "sensitive-site", "restricted"))
            .finding(waived(finding("0200005e5321", "us-889", "f-3-A", "restricted")))
            .finding(finding("10.0.0.22", "uk-instruction", "sensitive-site", "clear"))
            .finding(finding("10.0.0.23", "uk-instruction", "sensitive-site", "review"))
            .finding(finding("10.0.0.24", "uk-instruction", "sensitive-site", "review"))
            .finding(finding("10.0.0.66", "uk-instruction", "sensitive-site", "review"))
            .finding(finding("10.0.0.22", "us-5949", "chips", "not-assessed"));
    return builder.finding(ofNetwork());
  }

  public static List<Network> networks() {
    return List.of(
        new Network(
            "hq",
            "cctv",
            List.of(Cidr.parse("10.0.0.0/24"), Cidr.parse("2001:db8::/64")),
            List.of(Cidr.parse("10.0.0.9")),
            Optional.of(SensitiveReason.VETTED_STAFF),
            true,
            Optional.of("landlord"),
            List.of(80, 554),
            Pace.GENTLE,
            List.of("uk-instruction")),
        new Network(
            "hq",
            "office",
            List.of(Cidr.parse("10.1.0.0/28")),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of()));
  }

  static CoverageCount coverage() {
    CoverageCount count = new CoverageCount(networks());
    for (int i = 0; i < 256; i++) {
      AddressOutcome outcome =
          Set.of(0, 9, 255).contains(i)
              ? AddressOutcome.EXCLUDED
              : Set.of(21, 22, 23, 24, 66).contains(i)
                  ? AddressOutcome.ANSWERED
                  : i == 30 ? AddressOutcome.PRESENT : AddressOutcome.SILENT;
      count.add(Cidr.address("10.0.0." + i), "cctv", outcome);
    }
    count.add(Cidr.address("2001:db8::21"), "cctv", AddressOutcome.ANSWERED);
    count.add(Cidr.address("10.1.0.7"), "office", AddressOutcome.ANSWERED);
    return count;
  }

  static Provenance provenance() {
    return new Provenance(
        "scan-7",
        NOON,
        Optional.of(NOON.plusSeconds(90)),
        Optional.of("A. Operator"),
        new Authorisation(
            Optional.of("AUTH-7"),
            Optional.of("N. Owner"),
            Optional.of(LocalDate.of(2026, 11, 1)),
            Optional.of(LocalDate.of(2026, 11, 30)),
            Optional.empty()),
        Optional.of("OFFICIAL"),
        List.of("scan", "--site", "site.yaml"),
        "camsweep 0.1.0",
        "2026.11.1 sha256:" + "ab".repeat(32),
        "2026-11-25",
        List.of("eth0 IPv4 wsd"),
        Map.of("sent.datagrams", 1_234L, "heard.replies", 56L),
        List.of("one interface went away"));
  }

  private static Device relabelled() {
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

  private static Device notInterviewed() {
    return with(
        device("10.0.0.23", "o6"),
        Endpoint.link(),
        Outcome.NOT_ASKED,
        List.of(
            Fact.of(Field.of("interview.outcome"), "not-tried"),
            Fact.of(Field.of("interview.why"), "it is not known to be a camera")));
  }

  /** A recorder that names its channels in every way that has hurt a reader of reports. */
  private static Device interviewed() {
    List<Fact> facts = new java.util.ArrayList<>();
    facts.add(Fact.of(Field.of("interview.outcome"), "in"));
    facts.add(Fact.of(Field.of("interview.why"), "a later question was not answered: HTTP 500"));
    for (int i = 1; i <= HOSTILE.size(); i++) {
      facts.add(Fact.of(Field.of("interview.channel"), HOSTILE.get(i - 1)));
      facts.add(
          Fact.of(Field.of("interview.channel-name"), i + "=" + HOSTILE.get(HOSTILE.size() - i)));
    }
    facts.add(Fact.of(Field.of("interview.channel-size"), "2=1920x1080"));
    return with(device("10.0.0.24", "o7"), Endpoint.tcp(80), Outcome.ANSWERED, facts);
  }

  private static Device with(Device device, Endpoint where, Outcome outcome, List<Fact> facts) {
    Observation interview =
        new Observation(
            "i" + facts.size(),
            device.addresses().get(0),
            device.network(),
            ProbeId.of("onvif-interview"),
            where,
            Optional.empty(),
            NOON.plusSeconds(60),
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

  private static Device outside() {
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

  private static Observation observation(
      String id, String address, String probe, Endpoint endpoint, Outcome outcome) {
    return new Observation(
        id,
        Cidr.address(address),
        Optional.of("cctv"),
        ProbeId.of(probe),
        endpoint,
        Optional.of("eth0"),
        NOON.plusSeconds(id.length()),
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

  private static Identification unknown(DeviceKind kind) {
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

  private static Identification contested() {
    return new Identification(
        DeviceKind.RECORDER,
        Level.CONTESTED,
        Optional.empty(),
        List.of(ACME, ORIENT),
        Optional.of("Acme"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(evidence("acme", "http.server", "Acme")),
        List.of(evidence("orient", "http.realm", "Orient")),
        "two makers' platforms speak",
        Optional.of("open the case"));
  }

  private static Identification hostile() {
    List<Evidence> said =
        HOSTILE.stream().map(value -> evidence("orient", "http.title", value)).toList();
    return new Identification(
        DeviceKind.CAMERA,
        Level.POSSIBLE,
        Optional.of(ORIENT),
        List.of(),
        Optional.of(HOSTILE.get(0)),
        Optional.of(HOSTILE.get(7)),
        Optional.of(HOSTILE.get(10)),
        Optional.of(HOSTILE.get(8)),
        said,
        said,
        "a likeness",
        Optional.of("read the label"));
  }

  private static List<HardwareAddress> hardware() {
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

  private static List<Exposure> exposures() {
    return List.of(
        new Exposure(
            Topic.MICROPHONE,
            Sight.SEEN,
            List.of(sign("o2", "audio 0 RTP/AVP 8", Says.SEEN)),
            Optional.empty()),
        new Exposure(
            Topic.REMOTE_ACCESS, Sight.NOT_DETERMINABLE, List.of(), Optional.of("ask the owner")));
  }

  private static List<Exposure> hostileExposures() {
    List<Sign> said = HOSTILE.stream().map(v -> sign("o10", v, Says.NOT_SEEN)).toList();
    return List.of(
        new Exposure(Topic.REMOTE_ACCESS, Sight.NOT_SEEN, said, Optional.of("ask the router")));
  }

  private static Sign sign(String observation, String value, Says says) {
    String cut = value.length() <= 256 ? value : value.substring(0, 256);
    return new Sign("some-rule", observation, "sdp.media", cut, says, "what it means", true);
  }

  private static Evidence evidence(String maker, String field, String value) {
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

  public static Finding finding(String device, String regime, String limb, String verdict) {
    return new Finding(
        regime + ":" + limb + ":" + device,
        Optional.of(new DeviceId(device)),
        "cctv",
        regime,
        "Instruction of 24 November 2022",
        limb,
        Stream.of(Verdict.values())
            .filter(v -> v.name().equalsIgnoreCase(verdict.replace('-', '_')))
            .findFirst()
            .orElseThrow(),
        "the maker is " + verdict + " under the rule; the network is sensitive",
        verdict.equals("review") ? Optional.of("who built it") : Optional.empty(),
        "HCWS386, 24 November 2022",
        false,
        "2026.11.1 sha256:ef",
        !regime.equals("us-5949"),
        List.of("do not deploy", "disconnect from core networks"),
        Optional.empty());
  }

  private static Finding waived(Finding f) {
    return new Finding(
        f.id(),
        f.device(),
        f.network(),
        f.regime(),
        f.regimeName(),
        f.limb(),
        f.verdict(),
        f.because(),
        f.settle(),
        f.citation(),
        f.primaryRead(),
        f.version(),
        f.verified(),
        f.actions(),
        Optional.of("W-1"));
  }

  private static Finding ofNetwork() {
    return new Finding(
        "coverage:cctv",
        Optional.empty(),
        "cctv",
        "coverage",
        "Coverage of a sensitive network",
        "not-judged",
        Verdict.REVIEW,
        "1 address is there and could not be judged",
        Optional.of("walk round"),
        "owner's rule",
        true,
        "2026.11.1",
        true,
        List.of(),
        Optional.empty());
  }

  private static Maker maker(String id, String name, String country, String trade) {
    return new Maker(
        id,
        name,
        List.of("Other " + name),
        Optional.of(country),
        true,
        Optional.of("company register, 2026"),
        Optional.empty(),
        List.of(trade),
        true,
        List.of(4711));
  }
}
