package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.camsweep.policy.Waiver;
import org.junit.jupiter.api.Test;

class SinceTest {
  private final Report report = SampleReport.full();

  @Test
  void theReportKeepsWhatChanged() {
    Since since = report.since().orElseThrow();
    assertThat(since.scanId()).isEqualTo("scan-7");
    assertThat(since.changes())
        .extracting(Since.Line::kind)
        .contains(Change.Kind.NEW, Change.Kind.GONE, Change.Kind.FIRMWARE)
        .isSorted();
    assertThat(since.changes())
        .filteredOn(line -> line.kind() == Change.Kind.FIRMWARE)
        .singleElement()
        .satisfies(line -> assertThat(line.what()).isEqualTo("V5.6.0 → V5.7.1"))
        .satisfies(line -> assertThat(line.name()).startsWith("10.0.0.21 "));
  }

  @Test
  void whatIsGoneHasNoDeviceInThisReport() {
    assertThat(report.since().orElseThrow().changes())
        .filteredOn(line -> line.kind() == Change.Kind.GONE)
        .isNotEmpty()
        .allMatch(line -> line.device().isEmpty());
  }

  @Test
  void waiversSayWhereTheyStand() {
    assertThat(report.waivers())
        .extracting(StandingWaiver::state)
        .containsExactly(Waiver.State.IN_FORCE, Waiver.State.EXPIRED);
    assertThat(report.waivers()).extracting(StandingWaiver::daysLeft).containsExactly(40L, -3L);
    assertThat(report.waivers().get(0).covers())
        .isEqualTo("regime us-889, limb f-3-A, network cctv");
    assertThat(report.waivers().get(1).mitigation()).isEqualTo(Optional.empty());
  }
}
