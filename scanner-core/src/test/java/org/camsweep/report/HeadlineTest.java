package org.camsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Findings;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Headline.Answer;
import org.camsweep.report.Report.Entry;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

/** Unknown, silent and waived never read as clear. */
class HeadlineTest {
  private static Finding finding(Verdict verdict, String waiver) {
    return new Finding(
        "f",
        Optional.of(new DeviceId("d")),
        "n",
        "r",
        "R",
        "l",
        verdict,
        "because",
        Optional.empty(),
        "citation",
        true,
        "1",
        true,
        List.of(),
        Optional.of(waiver).filter(w -> !w.isEmpty()));
  }

  private static Entry entry(DeviceKind kind, Finding... findings) {
    return entry(kind, Optional.of("n"), List.of(), findings);
  }

  private static Entry outside(DeviceKind kind, Endpoint where) {
    Observation heard =
        new Observation(
            "o1",
            Cidr.address("fe80::1%eth0"),
            Optional.empty(),
            ProbeId.of("wsd"),
            where,
            Optional.of("eth0"),
            Instant.EPOCH,
            Outcome.ANSWERED,
            List.of(),
            Optional.empty());
    return entry(kind, Optional.empty(), List.of(heard));
  }

  private static Entry entry(
      DeviceKind kind, Optional<String> network, List<Observation> heard, Finding... findings) {
    Device device =
        new Device(
            new DeviceId("d"),
            List.of(Cidr.address("10.0.0.1")),
            network,
            Optional.empty(),
            Optional.empty(),
            heard,
            List.of());
    return new Entry(device, SampleDevices.unknown(kind), List.of(), List.of(), List.of(findings));
  }

  private static Report report(boolean complete, long silent, long notAsked, Entry... entries) {
    Coverage coverage =
        new Coverage(
            List.of(
                new Coverage.PerNetwork(
                    "n",
                    BigInteger.valueOf(silent + notAsked),
                    0,
                    0,
                    0,
                    silent,
                    notAsked,
                    List.of())),
            complete,
            List.of());
    Provenance provenance =
        new Provenance(
            "s",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Authorisation.NONE,
            Optional.empty(),
            List.of(),
            "camsweep",
            "pack",
            "2026-11-25",
            List.of(),
            Map.of(),
            List.of());
    List<Finding> findings = Stream.of(entries).flatMap(e -> e.findings().stream()).toList();
    return new Report(
        List.of(), List.of(entries), findings, coverage, provenance, List.of(), Optional.empty());
  }

  private static Answer answer(Entry... entries) {
    return Headline.of(report(true, 0, 0, entries)).answer();
  }

  private static final Entry CLEAR = entry(DeviceKind.CAMERA, finding(Verdict.CLEAR, ""));

  @Test
  void aCameraHeardOutsideTheScopeIsNeverPassedOver() {
    Entry camera = outside(DeviceKind.CAMERA, Endpoint.udp(3702));
    assertThat(answer(CLEAR, camera)).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(Headline.of(report(true, 0, 0, CLEAR, camera)).counts())
        .contains("1 clear", "1 heard outside the scope and not assessed");
    assertThat(answer(outside(DeviceKind.OTHER, Endpoint.udp(5353))))
        .as("nobody of the scope was found")
        .isEqualTo(Answer.INCONCLUSIVE);
  }

  /** What spoke and is not known is counted; a PC in the neighbour table is not. */
  @Test
  void whoMayBeACameraOutsideTheScopeIsCounted() {
    Entry spoke = outside(DeviceKind.UNKNOWN, Endpoint.udp(1900));
    Entry silent = outside(DeviceKind.UNKNOWN, Endpoint.link());
    Entry printer = outside(DeviceKind.OTHER, Endpoint.udp(5353));
    Headline headline = Headline.of(report(true, 0, 0, CLEAR, spoke, silent, printer));
    assertThat(headline.outside()).isEqualTo(1);
    assertThat(headline.answer()).isEqualTo(Answer.NOTHING_RESTRICTED_FOUND);
  }

  @Test
  void oneRestrictedDeviceIsEnoughToAct() {
    assertThat(
            answer(
                CLEAR,
                entry(
                    DeviceKind.CAMERA,
                    finding(Verdict.CLEAR, ""),
                    finding(Verdict.RESTRICTED, ""))))
        .isEqualTo(Answer.ACTION_NEEDED);
  }

  @Test
  void onlyWholeAndSettledResultsSayThatNothingWasFound() {
    assertThat(answer(CLEAR)).isEqualTo(Answer.NOTHING_RESTRICTED_FOUND);
    assertThat(answer(CLEAR, entry(DeviceKind.OTHER))).isEqualTo(Answer.NOTHING_RESTRICTED_FOUND);
    assertThat(answer(CLEAR, entry(DeviceKind.CAMERA, finding(Verdict.REVIEW, ""))))
        .isEqualTo(Answer.INCONCLUSIVE);
    assertThat(answer(CLEAR, entry(DeviceKind.RECORDER))).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(answer()).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(Headline.of(report(false, 0, 0, CLEAR)).answer()).isEqualTo(Answer.INCONCLUSIVE);
    assertThat(Headline.of(report(true, 0, 1, CLEAR)).answer()).isEqualTo(Answer.INCONCLUSIVE);
  }

  /** On a network that is not sensitive no rule speaks of it: it must not vanish from the count. */
  @Test
  void aDeviceOfUnknownKindIsNeverPassedOver() {
    Entry unknown = entry(DeviceKind.UNKNOWN);
    Headline headline = Headline.of(report(true, 0, 0, CLEAR, unknown));
    assertThat(headline.notAssessed()).isEqualTo(1);
    assertThat(headline.answer()).isEqualTo(Answer.INCONCLUSIVE);
  }

  @Test
  void aWaiverIsCountedAndNeverReadsAsClear() {
    Entry waived =
        entry(DeviceKind.CAMERA, finding(Verdict.RESTRICTED, "W-1"), finding(Verdict.CLEAR, ""));
    Headline headline = Headline.of(report(true, 0, 0, waived));
    assertThat(headline.waived()).isEqualTo(1);
    assertThat(headline.clear()).isZero();
    assertThat(headline.restricted()).isZero();
    assertThat(headline.counts()).endsWith("1 waived");
    Entry half =
        entry(DeviceKind.CAMERA, finding(Verdict.RESTRICTED, "W-1"), finding(Verdict.REVIEW, ""));
    assertThat(Headline.of(report(true, 0, 0, half)).review()).isEqualTo(1);
  }

  @Test
  void saysWhatSilenceDoesNotMean() {
    assertThat(Headline.of(report(true, 52, 0, CLEAR)).onSilence())
        .isEqualTo("52 addresses were silent: that does not mean that nothing is there.");
    assertThat(Headline.of(report(false, 0, 1, CLEAR)).onSilence())
        .isEqualTo("1 address was not asked, or not to the end.");
    assertThat(Headline.of(report(true, 0, 0, CLEAR)).onSilence()).isEmpty();
  }

  @Test
  void aFindingAboutANetworkKeepsTheAnswerOpen() {
    Report one = report(true, 0, 0, CLEAR);
    Finding about = Findings.of(Optional.empty(), finding(Verdict.REVIEW, ""));
    Report both =
        new Report(
            one.networks(),
            one.entries(),
            List.of(about),
            one.coverage(),
            one.provenance(),
            List.of(),
            Optional.empty());
    assertThat(Headline.of(both).answer()).isEqualTo(Answer.INCONCLUSIVE);
  }

  @Test
  void neverSaysCleanOrCompliant() {
    for (Answer answer : Answer.values()) {
      assertThat(answer.words()).doesNotContainIgnoringCase("clean").doesNotContain("ompliant");
    }
  }
}
