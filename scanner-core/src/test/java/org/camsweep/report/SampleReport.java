package org.camsweep.report;

import static org.camsweep.report.SampleDevices.contested;
import static org.camsweep.report.SampleDevices.device;
import static org.camsweep.report.SampleDevices.exposures;
import static org.camsweep.report.SampleDevices.hardware;
import static org.camsweep.report.SampleDevices.hostile;
import static org.camsweep.report.SampleDevices.hostileExposures;
import static org.camsweep.report.SampleDevices.identified;
import static org.camsweep.report.SampleDevices.interviewed;
import static org.camsweep.report.SampleDevices.notInterviewed;
import static org.camsweep.report.SampleDevices.outside;
import static org.camsweep.report.SampleDevices.relabelled;
import static org.camsweep.report.SampleDevices.unknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Asked;
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
            .finding(
                finding("0200005e5321", "us-889", "f-3-A", "restricted")
                    .waivedBy(Optional.of("W-1")))
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
