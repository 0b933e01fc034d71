package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Mac;
import org.camsweep.policy.Finding;
import org.camsweep.report.Change.Kind;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String MAC_A = "02:00:00:00:00:0a";
  private static final String MAC_B = "02:00:00:00:00:0b";

  /** A device of which only what matters to a test is set. */
  private record Box(
      String address, String mac, String serial, String firmware, String said, Level level) {
    static Box at(String address) {
      return new Box(address, "", "", "", "Vision-webs/", Level.LIKELY);
    }

    Box mac(String value) {
      return new Box(address, value, serial, firmware, said, level);
    }

    Box serial(String value) {
      return new Box(address, mac, value, firmware, said, level);
    }

    Box firmware(String value) {
      return new Box(address, mac, serial, value, said, level);
    }

    Box saying(String value) {
      return new Box(address, mac, serial, firmware, value, level);
    }

    Box level(Level value) {
      return new Box(address, mac, serial, firmware, said, value);
    }

    DeviceId id() {
      return new DeviceId(mac.isEmpty() ? address : mac.replace(":", ""));
    }

    Device device() {
      return new Device(
          id(),
          List.of(Cidr.address(address)),
          Optional.of(address.startsWith("10.1") ? "office" : "cctv"),
          Optional.of(mac).filter(m -> !m.isEmpty()).map(Mac::new),
          Optional.empty(),
          List.of(),
          List.of());
    }

    Identification identification() {
      boolean named = level == Level.POSSIBLE || level.isFirm();
      return new Identification(
          DeviceKind.CAMERA,
          level,
          named ? Optional.of(SampleReport.ORIENT) : Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(serial).filter(s -> !s.isEmpty()),
          Optional.of(firmware).filter(f -> !f.isEmpty()),
          List.of(
              new Evidence(
                  "orient-server",
                  "http.server",
                  said,
                  EvidenceKind.PLATFORM,
                  "o1",
                  Optional.of("orient"),
                  Optional.empty(),
                  true)),
          List.of(),
          "rule",
          Optional.empty());
    }
  }

  private static Report report(
      String pack, boolean complete, List<Finding> findings, Box... boxes) {
    ReportBuilder builder = new ReportBuilder(SampleReport.networks());
    for (Box box : boxes) {
      builder.device(box.device(), box.identification());
    }
    findings.forEach(builder::finding);
    Provenance p = SampleReport.provenance();
    Provenance provenance =
        new Provenance(
            p.scanId(),
            p.started(),
            p.ended(),
            p.operator(),
            p.authorisation(),
            p.marking(),
            p.commandLine(),
            p.tool(),
            pack,
            p.asOf(),
            List.of(),
            Map.of(),
            List.of());
    return builder.build(new CoverageCount(SampleReport.networks()), complete, provenance);
  }

  private static Report of(Box... boxes) {
    return report("pack-1", true, List.of(), boxes);
  }

  private static List<Kind> kinds(Report earlier, Report later) {
    return Comparison.between(earlier, later).stream().map(Change::kind).toList();
  }

  @Test
  void nothingChangedIsAnEmptyList() {
    assertThat(Comparison.between(SampleReport.full(), SampleReport.full())).isEmpty();
  }

  @Test
  void newAndGone() {
    Report earlier = of(Box.at("10.0.0.5").serial("S1"));
    Report later = of(Box.at("10.0.0.6").serial("S2"));
    List<Change> changes = Comparison.between(earlier, later);
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.NEW, Kind.GONE);
    assertThat(changes.get(0).what()).isEqualTo("not seen before at 10.0.0.6");
    assertThat(changes.get(1).what()).contains("it may be switched off");
    assertThat(changes.get(1).after()).isEmpty();
  }

  @Test
  void whatWasNotLookedAtIsNotGone() {
    Box box = Box.at("10.0.0.5");
    assertThat(kinds(of(box), report("pack-1", false, List.of())))
        .containsExactly(Kind.NOT_LOOKED_AT);
    assertThat(kinds(of(box), SampleReport.empty())).containsExactly(Kind.NOT_LOOKED_AT);
    assertThat(kinds(of(Box.at("10.0.0.9")), of())).containsExactly(Kind.NOT_LOOKED_AT);
    assertThat(Comparison.between(SampleReport.empty(), of(box)).get(0).what())
        .isEqualTo("the earlier inspection did not look at 10.0.0.5");
  }

  @Test
  void movedIsToldByHardwareAddressOrSerial() {
    assertThat(kinds(of(Box.at("10.0.0.5").mac(MAC_A)), of(Box.at("10.0.0.77").mac(MAC_A))))
        .containsExactly(Kind.MOVED);
    Report later = of(Box.at("10.1.0.5").serial("S1"));
    List<Change> changes = Comparison.between(of(Box.at("10.0.0.5").serial("S1")), later);
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.MOVED);
    assertThat(changes.get(0).what()).isEqualTo("cctv 10.0.0.5 → office 10.1.0.5");
  }

  @Test
  void aSerialThatSeveralShareTellsNothing() {
    Report earlier = of(Box.at("10.0.0.5").serial("0000"), Box.at("10.0.0.6").serial("0000"));
    Report later = of(Box.at("10.0.0.7").serial("0000"), Box.at("10.0.0.8").serial("0000"));
    assertThat(kinds(earlier, later)).containsExactly(Kind.NEW, Kind.NEW, Kind.GONE, Kind.GONE);
  }

  @Test
  void anotherBoxAtTheSameAddressIsNotTheSameDevice() {
    assertThat(kinds(of(Box.at("10.0.0.5").mac(MAC_A)), of(Box.at("10.0.0.5").mac(MAC_B))))
        .containsExactly(Kind.NEW, Kind.GONE);
    assertThat(kinds(of(Box.at("10.0.0.5").serial("S1")), of(Box.at("10.0.0.5").serial("S2"))))
        .containsExactly(Kind.NEW, Kind.GONE);
  }

  @Test
  void theSameBoxSeenThroughARouterIsTheSame() {
    assertThat(kinds(of(Box.at("10.0.0.5").mac(MAC_A)), of(Box.at("10.0.0.5")))).isEmpty();
  }

  @Test
  void firmwareChangedOnlyIfBothWereStated() {
    Box box = Box.at("10.0.0.5").serial("S1");
    List<Change> changes = Comparison.between(of(box.firmware("V1")), of(box.firmware("V2")));
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.FIRMWARE);
    assertThat(changes.get(0).what()).isEqualTo("V1 → V2");
    assertThat(kinds(of(box), of(box.firmware("V2")))).isEmpty();
  }

  @Test
  void theSameWordsUnderANewerPackAreRejudged() {
    Box box = Box.at("10.0.0.5");
    Report later = report("pack-2", true, List.of(), box.level(Level.CONFIRMED));
    List<Change> changes = Comparison.between(of(box), later);
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.REJUDGED);
    assertThat(changes.get(0).what()).contains("(likely)").contains("(confirmed)");
  }

  @Test
  void aNewerRuleRejudges() {
    Finding review = SampleReport.finding("10.0.0.5", "uk-instruction", "a", "review");
    Finding restricted = SampleReport.finding("10.0.0.5", "uk-instruction", "a", "restricted");
    Box box = Box.at("10.0.0.5");
    assertThat(
            kinds(
                report("pack-1", true, List.of(review), box),
                report("pack-1", true, List.of(restricted), box)))
        .containsExactly(Kind.REJUDGED);
  }

  @Test
  void otherWordsAreAChangeOfTheDevice() {
    Box box = Box.at("10.0.0.5");
    Report later = report("pack-2", true, List.of(), box.saying("Acme/1").level(Level.CONFIRMED));
    assertThat(kinds(of(box), later)).containsExactly(Kind.CHANGED);
    Report firmware = of(box.firmware("V2").level(Level.CONFIRMED));
    assertThat(kinds(of(box.firmware("V1")), firmware))
        .containsExactly(Kind.FIRMWARE, Kind.CHANGED);
  }
}
