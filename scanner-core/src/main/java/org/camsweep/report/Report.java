package org.camsweep.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.device.Device;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Topic;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.site.Network;

/**
 * A whole result. Every output is a projection of it.
 *
 * @param networks the networks of the inspection
 * @param entries devices, sorted by network, then lowest address; those heard outside scope last
 * @param findings all findings, worst first
 * @param waivers the owner's waivers, also those that are expired or match nothing
 * @param since what changed since an earlier inspection, where one was named
 */
public record Report(
    List<Network> networks,
    List<Entry> entries,
    List<Finding> findings,
    Coverage coverage,
    Provenance provenance,
    List<StandingWaiver> waivers,
    Optional<Since> since) {
  private static final Set<Outcome> SAID =
      Set.of(Outcome.ANSWERED, Outcome.GARBLED, Outcome.CUT_SHORT);

  private static final Set<DeviceKind> BOXES =
      Set.of(
          DeviceKind.RECORDER,
          DeviceKind.VIDEO_SERVER,
          DeviceKind.ENCODER,
          DeviceKind.CAMERA_OR_RECORDER);

  /**
   * One device with what is believed of it and the findings that concern it.
   *
   * @param hardwareAddresses each with its sources and its registrant
   * @param exposures what was seen of a microphone and a way out, beside the findings; empty for
   *     what is surely no video device
   * @param interview how its interview went; absent if its network has no credentials
   * @param exchanges how many questions to it and announcements of it there were, answered or not,
   *     by probe
   * @param asked what it was sent itself; absent where nobody counted
   * @param remarks limits that were met in hearing and judging it; empty for nearly all
   */
  public record Entry(
      Device device,
      Identification identification,
      List<HardwareAddress> hardwareAddresses,
      List<Exposure> exposures,
      List<Finding> findings,
      Optional<Interview> interview,
      Map<String, Integer> exchanges,
      Optional<Asked> asked,
      List<String> remarks) {
    public Entry {
      remarks = List.copyOf(remarks);
      exchanges = Collections.unmodifiableMap(new TreeMap<>(exchanges));
      hardwareAddresses = List.copyOf(hardwareAddresses);
      exposures = List.copyOf(exposures);
      findings = List.copyOf(findings);
    }

    /** An entry whose interview is as the device's observations say. */
    public Entry(
        Device device,
        Identification identification,
        List<HardwareAddress> hardwareAddresses,
        List<Exposure> exposures,
        List<Finding> findings) {
      this(device, identification, hardwareAddresses, exposures, findings, Interview.of(device));
    }

    /** The channels of a recorder, or of another box that cameras are plugged into. */
    public List<Interview.Channel> behind() {
      return BOXES.contains(identification.kind())
          ? interview.map(Interview::channels).orElse(List.of())
          : List.of();
    }

    /** With the exchanges that the device's observations tell of. */
    public Entry(
        Device device,
        Identification identification,
        List<HardwareAddress> hardwareAddresses,
        List<Exposure> exposures,
        List<Finding> findings,
        Optional<Interview> interview) {
      this(
          device,
          identification,
          hardwareAddresses,
          exposures,
          findings,
          interview,
          count(device),
          Optional.empty(),
          Remarks.of(device, List.of()));
    }

    /** With the limits that were met in judging the device. */
    Entry met(List<String> limits) {
      return new Entry(
          device,
          identification,
          hardwareAddresses,
          exposures,
          findings,
          interview,
          exchanges,
          asked,
          Remarks.of(device, limits));
    }

    /** With what it was sent. */
    Entry sent(Optional<Asked> counted) {
      return new Entry(
          device,
          identification,
          hardwareAddresses,
          exposures,
          findings,
          interview,
          exchanges,
          counted,
          remarks);
    }

    private static Map<String, Integer> count(Device device) {
      Map<String, Integer> exchanges = new TreeMap<>();
      for (Observation observation : device.observations()) {
        if (observation.outcome() != Outcome.NOT_ASKED) {
          exchanges.merge(observation.probe().name(), 1, Integer::sum);
        }
      }
      return exchanges;
    }

    /** The worst verdict that no waiver covers; empty if no rule was applied or all are waived. */
    public Optional<Verdict> verdict() {
      return findings.stream()
          .filter(f -> f.waiver().isEmpty())
          .map(Finding::verdict)
          .max(Comparator.naturalOrder());
    }

    /** Whether the device answered on its link and to nothing that it was asked. */
    public boolean presentSilent() {
      List<Observation> said = answers();
      return !said.isEmpty() && said.stream().allMatch(o -> o.endpoint().equals(Endpoint.link()));
    }

    /** Who registered the first of its hardware addresses that a list knows. */
    public Optional<Registrant> registrant() {
      return hardwareAddresses.stream().flatMap(a -> a.registrant().stream()).findFirst();
    }

    public Optional<Exposure> exposure(Topic topic) {
      return exposures.stream().filter(x -> x.topic() == topic).findFirst();
    }

    /** The observations in which the device said something; the others are in the journal. */
    public List<Observation> answers() {
      return device.observations().stream().filter(o -> SAID.contains(o.outcome())).toList();
    }

    /** Whether a finding of restricted or review is covered by a waiver. It stays visible. */
    public boolean waived() {
      return findings.stream()
          .anyMatch(f -> f.waiver().isPresent() && f.verdict().compareTo(Verdict.REVIEW) >= 0);
    }
  }

  public Report {
    networks = List.copyOf(networks);
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
    waivers = List.copyOf(waivers);
  }

  /** The same report under another protective marking. */
  public Report marked(Optional<String> marking) {
    return new Report(
        networks, entries, findings, coverage, provenance.marked(marking), waivers, since);
  }

  /** The same report, with what changed since an earlier one. */
  public Report since(Report earlier) {
    return new Report(
        networks,
        entries,
        findings,
        coverage,
        provenance,
        waivers,
        Optional.of(Since.between(earlier, this)));
  }
}
