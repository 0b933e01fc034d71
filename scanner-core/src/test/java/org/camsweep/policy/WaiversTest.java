package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.device.DeviceId;
import org.camsweep.identify.Level;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static Waivers waivers(String target, String approved, String expires)
      throws ConfigException {
    return WaiverReader.read(
        Given.file(
            "w.yaml",
            "waivers:\n  - { id: W-1, "
                + target
                + ", reason: replacement ordered, approvedBy: A. Person, approvedOn: "
                + approved
                + ", expires: "
                + expires
                + " }\n"));
  }

  private static List<Finding> findings() throws ConfigException {
    return PolicyTest.policy(PolicyTest.TODAY, PolicyTest.LAW, PolicyTest.NAMES)
        .judge(
            List.of(Given.camera().by(Level.CONFIRMED, PolicyTest.RED).judged()),
            List.of(Given.sensitive()));
  }

  @Test
  void aWaivedFindingStaysWithItsVerdictAndNamesTheWaiver() throws ConfigException {
    List<Finding> after =
        waivers("finding: 'home-rule:sensitive-site:lan:10.0.0.7'", "2026-11-01", "2027-02-28")
            .applyTo(findings(), PolicyTest.TODAY);
    assertThat(after).hasSameSizeAs(findings());
    assertThat(after.get(0).waiver()).contains("W-1");
    assertThat(after.get(0).verdict()).isEqualTo(Verdict.RESTRICTED);
    assertThat(after.get(1).waiver()).isEmpty();
  }

  @Test
  void aWaiverMayCoverARegimeOnANetworkOrOfADevice() throws ConfigException {
    for (String target :
        List.of("regime: names-rule, network: lan", "regime: names-rule, device: 10.0.0.7")) {
      assertThat(
              waivers(target, "2026-11-01", "2027-02-28")
                  .applyTo(findings(), PolicyTest.TODAY)
                  .stream()
                  .filter(f -> f.waiver().isPresent())
                  .map(Finding::regime))
          .containsExactly("names-rule");
    }
  }

  @Test
  void aLinkLocalAddressNamesADeviceOnlyWithItsLink() throws ConfigException {
    assertThatThrownBy(() -> waivers("regime: r, device: 'FE80::0:7'", "2026-11-01", "2027-02-28"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "w.yaml:2: 'FE80::0:7' is another device on each link; add the link as the report does,"
                + " as in fe80::7%eth0, or waive one finding by its id");
    Waiver read =
        waivers("regime: r, device: 'FE80:0::7%eth1'", "2026-11-01", "2027-02-28").all().get(0);
    assertThat(read.device()).as("as the report writes it").contains("fe80::7%eth1");
    for (String link : List.of("eth0", "eth1")) {
      Finding finding = SampleReport.finding("fe80:0:0:0:0:0:0:7%" + link, "r", "limb", "review");
      assertThat(read.matches(Findings.of(Optional.of(new DeviceId("fe80::7%" + link)), finding)))
          .isEqualTo(link.equals("eth1"));
    }
  }

  @Test
  void anExpiredWaiverCoversNothingAndIsAFinding() throws ConfigException {
    List<Finding> after =
        waivers("regime: names-rule, network: lan", "2025-11-24", "2026-11-24")
            .applyTo(findings(), PolicyTest.TODAY);
    assertThat(after).allSatisfy(f -> assertThat(f.waiver()).isEqualTo(Optional.empty()));
    assertThat(after)
        .filteredOn(f -> f.regime().equals("waivers"))
        .singleElement()
        .satisfies(f -> assertThat(f.limb()).isEqualTo("expired-W-1"))
        .satisfies(f -> assertThat(f.verdict()).isEqualTo(Verdict.REVIEW));
  }

  @Test
  void aWaiverCountsOnItsLastDay() throws ConfigException {
    Waiver waiver = waivers("regime: r, network: lan", "2026-01-01", "2026-11-25").all().get(0);
    assertThat(waiver.state(PolicyTest.TODAY)).isEqualTo(Waiver.State.IN_FORCE);
    assertThat(waiver.daysLeft(PolicyTest.TODAY)).isZero();
    assertThat(waiver.state(PolicyTest.TODAY.plusDays(1))).isEqualTo(Waiver.State.EXPIRED);
    assertThat(waiver.state(LocalDate.of(2025, 12, 31))).isEqualTo(Waiver.State.NOT_YET);
  }

  @Test
  void aWaiverIsCheckedByItsDatesWithoutAScan() throws ConfigException {
    Waivers waivers = waivers("regime: r, network: lan", "2026-01-01", "2026-11-25");
    assertThat(waivers.check(PolicyTest.TODAY)).isEmpty();
    List<Finding> expired = waivers.check(PolicyTest.TODAY.plusDays(3));
    assertThat(expired).extracting(Finding::limb).containsExactly("expired-W-1");
    assertThat(Waivers.isExpired(expired.get(0))).isTrue();
    List<Finding> early = waivers.check(LocalDate.of(2025, 12, 31));
    assertThat(early).extracting(Finding::limb).containsExactly("not-yet-W-1");
    assertThat(Waivers.isExpired(early.get(0))).isFalse();
    assertThat(findings()).noneMatch(Waivers::isExpired);
    assertThat(waivers.all().get(0).daysLeft(PolicyTest.TODAY.plusDays(3))).isEqualTo(-3);
    assertThat(waivers.all().get(0).daysLeft(PolicyTest.TODAY.minusDays(9))).isEqualTo(9);
  }

  @Test
  void aWaiverMayBeNarrowedToOneLimb() throws ConfigException {
    for (boolean right : new boolean[] {true, false}) {
      String limb = right ? "sensitive-site" : "core-network";
      assertThat(
              waivers(
                      "regime: home-rule, limb: " + limb + ", network: lan",
                      "2026-11-01",
                      "2027-02-28")
                  .applyTo(findings(), PolicyTest.TODAY)
                  .stream()
                  .filter(f -> f.waiver().isPresent()))
          .hasSize(right ? 1 : 0);
    }
  }

  @Test
  void aWaiverThatMatchesNothingIsAFinding() throws ConfigException {
    assertThat(
            waivers("regime: names-rule, device: 10.0.0.8", "2026-11-01", "2027-02-28")
                .applyTo(findings(), PolicyTest.TODAY))
        .extracting(Finding::limb)
        .contains("no-match-W-1");
  }

  @Test
  void whatIsClearCannotBeWaived() throws ConfigException {
    List<Finding> clear =
        PolicyTest.policy(PolicyTest.TODAY, PolicyTest.NAMES)
            .judge(
                List.of(Given.camera().by(Level.CONFIRMED, PolicyTest.BLU).platform().judged()),
                List.of(Given.sensitive()));
    assertThat(
            waivers("regime: names-rule, network: lan", "2026-11-01", "2027-02-28")
                .applyTo(clear, PolicyTest.TODAY))
        .extracting(Finding::limb)
        .containsExactly("no-match-W-1", "no-limb");
  }
}
