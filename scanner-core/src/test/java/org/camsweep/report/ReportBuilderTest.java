package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camsweep.device.Device;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Level;
import org.camsweep.observe.Asked;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
  @Test
  void devicesComeByNetworkThenAddressAndOutsidersLast() {
    assertThat(SampleReport.full().entries())
        .extracting(e -> e.device().id().text())
        .containsExactly(
            "0200005e5321",
            "10.0.0.22",
            "10.0.0.23",
            "10.0.0.24",
            "10.0.0.66",
            "10.1.0.7",
            "192.168.7.7");
  }

  @Test
  void theOrderInWhichThingsAreGivenDoesNotMatter() {
    Report expected = SampleReport.full();
    List<Report.Entry> entries = new ArrayList<>(expected.entries());
    List<Finding> findings = new ArrayList<>(expected.findings());
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(entries, random);
      Collections.shuffle(findings, random);
      ReportBuilder builder =
          new ReportBuilder(SampleReport.networks())
              .notTried(List.of("SNMP", "Vendor discovery"))
              .unreadable(1)
              .asked(SampleReport.ASKED);
      entries.forEach(
          e ->
              builder.device(e.device(), e.identification(), e.hardwareAddresses(), e.exposures()));
      findings.forEach(builder::finding);
      assertThat(builder.build(SampleReport.coverage(), true, SampleReport.provenance()))
          .usingRecursiveComparison()
          .ignoringFields("waivers", "since") // they are given whole, not piece by piece
          .isEqualTo(expected);
    }
  }

  @Test
  void aDeviceWasSentWhatAllItsAddressesWere() {
    Device two = SampleDevices.relabelled();
    assertThat(two.addresses()).hasSize(2);
    ProbeId http = ProbeId.of("http");
    Report report =
        new ReportBuilder(SampleReport.networks())
            .asked(
                Map.of(
                    two.addresses().get(0), Asked.by(http, 2, 9),
                    two.addresses().get(1), Asked.by(http, 3, 11)))
            .device(two, SampleDevices.unknown(DeviceKind.CAMERA))
            .build(SampleReport.coverage(), true, SampleReport.provenance());
    assertThat(report.entries().get(0).asked()).contains(Asked.by(http, 5, 20));
  }

  @Test
  void findingsComeWorstFirstAndWithTheirDevice() {
    Report report = SampleReport.full();
    assertThat(report.findings())
        .extracting(Finding::verdict)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(report.findings().get(0).waiver()).isEmpty();
    assertThat(report.findings().get(1).waiver()).isEqualTo(Optional.of("W-1"));
    assertThat(report.entries().get(0).findings()).hasSize(2);
    assertThat(report.entries().get(0).verdict()).contains(Verdict.RESTRICTED);
    assertThat(report.entries().get(5).verdict()).isEmpty();
  }

  @Test
  void longEvidenceIsCutAndSaysSo() {
    assertThat(SampleReport.full().entries().get(4).identification().evidence())
        .anyMatch(e -> e.value().endsWith("… (3000 characters in all)"))
        .allMatch(e -> e.value().length() < 2_100);
  }

  @Test
  void twoDevicesNeverShareAKeyAndNoFindingHangsInTheAir() {
    ReportBuilder twice =
        SampleReport.builder()
            .device(
                SampleDevices.device("10.0.0.22", "o99"),
                SampleDevices.identified(Level.LIKELY, SampleReport.ACME, "Acme"));
    assertThatThrownBy(() -> build(twice)).hasMessageContaining("two devices with the key");
    ReportBuilder loose =
        SampleReport.builder().finding(SampleReport.finding("10.9.9.9", "uk", "a", "review"));
    assertThatThrownBy(() -> build(loose)).hasMessageContaining("which is not reported");
  }

  private static Report build(ReportBuilder builder) {
    return builder.build(SampleReport.coverage(), true, SampleReport.provenance());
  }

  @Test
  void saysWhatWasNotExamined() {
    String said = String.join("\n", SampleReport.full().coverage().notExamined());
    assertThat(said)
        .contains("Network cctv: 3 addresses not asked: excluded by the owner")
        .contains("2001:db8:0:0:0:0:0:0/64".replace(":0:0:0:0:0:0", "::") + " is too large to ask")
        .contains("(1 address in such blocks)")
        .contains("Network cctv: 247 addresses silent, which does not mean empty")
        .contains("Network cctv: 1 address with a host that said nothing")
        .contains("Network office: 15 addresses not asked, or not to the end")
        .contains("1 line of the stored result could not be read")
        .contains("1 device was heard from outside the scope: nothing was asked of it")
        .contains("Protocols not tried: SNMP, Vendor discovery.")
        .contains("Analogue cameras, and cameras behind a recorder")
        .doesNotContain("did not come to its end");
    assertThat(SampleReport.empty().coverage().notExamined())
        .contains("The scan did not come to its end.");
  }
}
