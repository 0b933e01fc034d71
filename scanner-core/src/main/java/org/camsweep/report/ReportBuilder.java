package org.camsweep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.Device;
import org.camsweep.device.DeviceId;
import org.camsweep.exposure.Exposure;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Asked;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Waivers;
import org.camsweep.site.Address;
import org.camsweep.site.Network;

/**
 * Puts a report together from what the stages before it concluded. The order in which things are
 * given does not matter: devices come out by network, then lowest address, those from outside the
 * scope last; findings come out worst first.
 */
public final class ReportBuilder {
  /** Longer evidence is cut here; the whole of it stays in the journal. */
  static final int MAX_VALUE = 2_000;

  private record Believed(
      Device device,
      Identification identification,
      List<HardwareAddress> hardwareAddresses,
      List<Exposure> exposures,
      List<String> limits) {}

  private final List<Network> networks;
  private final List<Believed> believed = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private List<String> notTried = List.of();
  private List<StandingWaiver> waivers = List.of();
  private long unreadable;
  private boolean listened;
  private List<String> further = List.of();
  private Optional<Map<Address, Asked>> asked = Optional.empty();

  public ReportBuilder(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  public ReportBuilder device(Device device, Identification identification) {
    return device(device, identification, List.of(), List.of());
  }

  /** A device that met no limit. */
  public ReportBuilder device(
      Device device,
      Identification identification,
      List<HardwareAddress> hardwareAddresses,
      List<Exposure> exposures) {
    return device(device, identification, hardwareAddresses, exposures, List.of());
  }

  /**
   * A device, its hardware addresses, what was seen of a microphone and a way out, and limits that
   * were met in judging it.
   */
  public ReportBuilder device(
      Device device,
      Identification identification,
      List<HardwareAddress> hardwareAddresses,
      List<Exposure> exposures,
      List<String> limits) {
    believed.add(
        new Believed(device, shortened(identification), hardwareAddresses, exposures, limits));
    return this;
  }

  public ReportBuilder finding(Finding finding) {
    findings.add(finding);
    return this;
  }

  /** Titles of the protocols that were not asked. */
  public ReportBuilder notTried(List<String> titles) {
    notTried = titles.stream().sorted().toList();
    return this;
  }

  /** The owner's waivers, as they stand on a day. */
  public ReportBuilder waivers(Waivers all, LocalDate asOf) {
    waivers = StandingWaiver.of(all, asOf);
    return this;
  }

  /** How many lines of the stored result could not be read. */
  public ReportBuilder unreadable(long lines) {
    unreadable = lines;
    return this;
  }

  /** Further sentences for the list of what was not examined. */
  public ReportBuilder further(List<String> sentences) {
    further = List.copyOf(sentences);
    return this;
  }

  /** What each address was sent; to be told wherever it was counted. */
  public ReportBuilder asked(Map<Address, Asked> byAddress) {
    asked = Optional.of(Map.copyOf(byAddress));
    return this;
  }

  /** Whether nothing was asked and the devices are those that were overheard. */
  public ReportBuilder listened(boolean only) {
    listened = only;
    return this;
  }

  /**
   * The report.
   *
   * @param complete whether the scan came to its end
   * @throws IllegalArgumentException if two devices share a key, or a finding names none of them
   */
  public Report build(CoverageCount count, boolean complete, Provenance provenance) {
    List<Believed> sorted = believed.stream().sorted(byPlace()).toList();
    Map<DeviceId, Integer> places = places(sorted);
    List<Finding> worstFirst = findings.stream().sorted(worstFirst(places)).toList();
    Map<DeviceId, List<Finding>> byDevice = new HashMap<>();
    for (Finding finding : worstFirst) {
      finding.device().ifPresent(d -> of(byDevice, d, places).add(finding));
    }
    long outside = sorted.stream().filter(b -> b.device().network().isEmpty()).count();
    List<Report.Entry> entries =
        sorted.stream()
            .map(
                b ->
                    new Report.Entry(
                            b.device(),
                            b.identification(),
                            b.hardwareAddresses(),
                            b.exposures(),
                            byDevice.getOrDefault(b.device().id(), List.of()))
                        .met(b.limits())
                        .sent(asked.map(a -> of(a, b.device()))))
            .toList();
    List<String> notExamined =
        new ArrayList<>(
            new NotExamined(count, complete, listened)
                .sentences(notTried, sorted.size() - outside, outside, unreadable));
    notExamined.addAll(InterviewSentences.of(entries));
    notExamined.addAll(Remarks.sentences(entries));
    notExamined.addAll(further);
    return new Report(
        networks,
        entries,
        worstFirst,
        new Coverage(count.sums(), complete, notExamined),
        provenance,
        waivers,
        Optional.empty());
  }

  private static Asked of(Map<Address, Asked> asked, Device device) {
    return device.addresses().stream()
        .map(a -> asked.getOrDefault(a, Asked.NOTHING))
        .reduce(Asked.NOTHING, Asked::plus);
  }

  private static List<Finding> of(
      Map<DeviceId, List<Finding>> byDevice, DeviceId device, Map<DeviceId, Integer> places) {
    if (!places.containsKey(device)) {
      throw new IllegalArgumentException("a finding about " + device + ", which is not reported");
    }
    return byDevice.computeIfAbsent(device, d -> new ArrayList<>());
  }

  private static Map<DeviceId, Integer> places(List<Believed> sorted) {
    Map<DeviceId, Integer> places = new HashMap<>();
    for (Believed one : sorted) {
      if (places.put(one.device().id(), places.size()) != null) {
        throw new IllegalArgumentException("two devices with the key " + one.device().id());
      }
    }
    return places;
  }

  private Comparator<Believed> byPlace() {
    return Comparator.comparingInt((Believed b) -> rank(b.device().network()))
        .thenComparing(b -> lowest(b.device()))
        .thenComparing(b -> b.device().id());
  }

  private int rank(Optional<String> network) {
    for (int i = 0; i < networks.size(); i++) {
      if (network.isPresent() && networks.get(i).id().equals(network.get())) {
        return i;
      }
    }
    return network.isPresent() ? networks.size() : networks.size() + 1;
  }

  private static Address lowest(Device device) {
    return device.addresses().stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private Comparator<Finding> worstFirst(Map<DeviceId, Integer> places) {
    return Comparator.comparing(Finding::verdict)
        .reversed()
        .thenComparing(f -> f.waiver().isPresent())
        .thenComparingInt(f -> rank(Optional.of(f.network())))
        .thenComparingInt(
            f -> f.device().map(d -> places.getOrDefault(d, Integer.MAX_VALUE)).orElse(-1))
        .thenComparing(Finding::regime)
        .thenComparing(Finding::limb)
        .thenComparing(Finding::id);
  }

  private static Identification shortened(Identification i) {
    return new Identification(
        i.kind(),
        i.level(),
        i.maker(),
        i.candidates(),
        i.brand(),
        i.model(),
        i.serial(),
        i.firmware(),
        i.evidence().stream().map(ReportBuilder::shortened).toList(),
        i.contrary().stream().map(ReportBuilder::shortened).toList(),
        i.rule(),
        i.settle());
  }

  private static Evidence shortened(Evidence e) {
    if (e.value().length() <= MAX_VALUE) {
      return e;
    }
    String cut =
        e.value().substring(0, MAX_VALUE - 40) + "… (" + e.value().length() + " characters in all)";
    return new Evidence(
        e.signature(),
        e.field(),
        cut,
        e.kind(),
        e.observation(),
        e.maker(),
        e.brand(),
        e.verified());
  }
}
