package org.camsweep.cli;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;

/** A small result with one device of each standing. Companies are invented. */
final class ReportFixture {
  private ReportFixture() {}

  static Maker maker(String id, String name) {
    return new Maker(
        id,
        name,
        List.of(),
        Optional.of("XX"),
        true,
        Optional.empty(),
        Optional.empty(),
        List.of(name.substring(0, name.indexOf(' '))),
        true,
        List.of());
  }

  static Identification id(
      DeviceKind kind,
      Level level,
      Maker maker,
      List<Maker> candidates,
      String brand,
      String model) {
    return new Identification(
        kind,
        level,
        Optional.ofNullable(maker),
        candidates,
        Optional.of(brand).filter(b -> !b.isEmpty()),
        Optional.of(model).filter(m -> !m.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "rule",
        Optional.empty());
  }

  static Entry entry(String address, Identification id, Finding... findings) {
    Device device =
        new Device(
            new DeviceId(address),
            List.of(Cidr.address(address)),
            Optional.of("cctv").filter(n -> address.startsWith("10.0.0.")),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Entry(device, id, List.of(), List.of(), List.of(findings));
  }

  static Finding finding(String address, Verdict verdict, String settle, String waiver) {
    return new Finding(
        "uk-2022:sensitive-site:cctv:" + address,
        Optional.of(new DeviceId(address)),
        "cctv",
        "uk-2022",
        "UK instruction of November 2022",
        "sensitive-site",
        verdict,
        "The network is marked sensitive and the maker's home jurisdiction is inside the rule",
        Optional.of(settle).filter(s -> !s.isEmpty()),
        "Written statement, 24 November 2022",
        true,
        "2026.11.1",
        true,
        List.of(),
        Optional.of(waiver).filter(w -> !w.isEmpty()));
  }

  static Report report(Entry... entries) {
    return report(true, entries);
  }

  static Report report(boolean complete, Entry... entries) {
    Network network =
        new Network(
            "house",
            "cctv",
            List.of(Cidr.parse("10.0.0.0/26")),
            List.of(),
            Optional.of(SensitiveReason.SECRET_MATERIAL),
            true,
            Optional.empty(),
            List.of(),
            Pace.STANDARD,
            List.of());
    Coverage coverage =
        new Coverage(
            List.of(
                new Coverage.PerNetwork(
                    "cctv",
                    BigInteger.valueOf(64),
                    2,
                    6,
                    1,
                    complete ? 55 : 50,
                    complete ? 0 : 5,
                    List.of())),
            complete,
            List.of("cameras behind recorders"));
    Provenance provenance =
        new Provenance(
            "scan-1",
            Instant.parse("2026-11-25T09:00:00Z"),
            Optional.empty(),
            Optional.of("A. Operator"),
            new Authorisation(
                Optional.of("AUTH-1"),
                Optional.of("N. Owner"),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 11, 30)),
                Optional.empty()),
            Optional.of("OFFICIAL"),
            List.of(),
            "camsweep 0.1.0",
            "2026.11.1",
            "2026-11-25",
            List.of("eth0"),
            Map.of(),
            List.of());
    List<Finding> findings =
        Stream.of(entries)
            .flatMap(e -> e.findings().stream())
            .sorted(java.util.Comparator.comparing(Finding::verdict).reversed())
            .toList();
    return new Report(
        List.of(network),
        List.of(entries),
        findings,
        coverage,
        provenance,
        List.of(),
        Optional.empty());
  }

  /** One of each. */
  static Report mixed() {
    Maker harbour = maker("harbour", "Harbour Vision Technology Company Limited");
    Maker north = maker("north", "North Optics AB");
    return report(
        entry(
            "10.0.0.21",
            id(DeviceKind.CAMERA, Level.CONFIRMED, harbour, List.of(), "Lantern", "NV-4120"),
            finding("10.0.0.21", Verdict.RESTRICTED, "", "")),
        entry(
            "10.0.0.22",
            id(DeviceKind.CAMERA, Level.LIKELY, north, List.of(), "North", "North N-1"),
            finding("10.0.0.22", Verdict.CLEAR, "", "")),
        entry(
            "10.0.0.23",
            id(DeviceKind.CAMERA, Level.UNKNOWN, null, List.of(), "", ""),
            finding("10.0.0.23", Verdict.REVIEW, "the maker, read from the label", "")),
        entry(
            "10.0.0.24",
            id(DeviceKind.RECORDER, Level.CONTESTED, null, List.of(harbour, north), "Mixed", ""),
            finding("10.0.0.24", Verdict.REVIEW, "", "")),
        entry(
            "10.0.0.25",
            id(DeviceKind.CAMERA, Level.CONFIRMED, harbour, List.of(), "Harbour", "H-1"),
            finding("10.0.0.25", Verdict.RESTRICTED, "", "W-2026-1")),
        entry("10.0.0.30", id(DeviceKind.OTHER, Level.UNKNOWN, null, List.of(), "Acme", "Printer")),
        entry("192.168.9.9", id(DeviceKind.CAMERA, Level.UNKNOWN, null, List.of(), "", "")));
  }
}
