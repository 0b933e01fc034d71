package org.camsweep.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.identify.Identifier;
import org.camsweep.identify.Imitation;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ScanEnd;
import org.camsweep.journal.ScanHeader;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Observation;
import org.camsweep.policy.CoverageGaps;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Judged;
import org.camsweep.policy.Policy;
import org.camsweep.report.CoverageCount;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.ReportBuilder;
import org.camsweep.report.SnmpSentences;
import org.camsweep.report.Unheard;
import org.camsweep.site.Address;
import org.camsweep.site.Circumstances;

/**
 * The half of the pipe that sends nothing: a stored result becomes devices, identifications,
 * findings, a report. The same result under the same rules gives the same report, whenever and
 * wherever it is judged: nothing here looks at a clock.
 */
public final class Judge {
  private final Rules rules;
  private final Identifier identifier;

  public Judge(Rules rules) {
    this.rules = rules;
    this.identifier = new Identifier(rules.pack());
  }

  /**
   * Judges a result folder.
   *
   * @param asOf the day whose lists and owners count; empty for the day of the scan
   * @throws ConfigException if the folder cannot be read
   */
  public Report judge(JournalReader journal, Optional<LocalDate> asOf) throws ConfigException {
    ScanHeader header = journal.header();
    List<Observation> observations = new ArrayList<>();
    JournalReader.Reading heard = journal.observations((o, raw) -> observations.add(o));
    CoverageCount count = new CoverageCount(header.networks(), header.seed());
    JournalReader.Reading places =
        journal.addresses(line -> count.add(line.address(), line.network(), line.outcome()));
    Map<Address, Asked> sent = new HashMap<>();
    JournalReader.Reading asked =
        journal.asked(line -> sent.merge(line.address(), line.asked(), Asked::plus));
    Optional<ScanEnd> end = journal.end();
    ReportBuilder builder =
        new ReportBuilder(header.networks())
            .unreadable(heard.unreadable() + places.unreadable() + asked.unreadable())
            .listened(header.listened());
    if (journal.isCounted()) {
      builder.asked(sent);
    }
    Map<String, Long> counters = end.map(ScanEnd::counters).orElse(Map.of());
    judge(
        Attempt.latest(observations), header, count, asOf.orElse(header.asOf()), builder, counters);
    return builder.build(
        count,
        !header.listened() && end.map(ScanEnd::complete).orElse(false),
        provenance(header, end, asOf.orElse(header.asOf())));
  }

  /**
   * Judges what somebody else observed.
   *
   * @param tool name and version of this program
   * @param asOf the day whose lists and owners count; empty for the day of the last observation
   */
  public Report judgeForeign(
      Foreign foreign, String tool, Foreign.Place place, Optional<LocalDate> asOf) {
    Loose loose = new Loose(foreign.observations(), place);
    ScanHeader header = loose.header(foreign, tool);
    LocalDate day = asOf.orElse(header.asOf());
    ReportBuilder builder =
        new ReportBuilder(header.networks())
            .unreadable(foreign.unreadable())
            .listened(foreign.listened());
    CoverageCount count = loose.count(foreign);
    judge(loose.observations(), header, count, day, builder, Map.of());
    ScanEnd end =
        new ScanEnd(header.started(), false, List.of(), foreign.counters(), foreign.remarks());
    return builder.build(count, false, provenance(header, Optional.of(end), day));
  }

  /** {@link org.camsweep.fingerprint.Pack#mentions} of the pack that it judges by. */
  public boolean mentions(String word) {
    return rules.pack().mentions(word);
  }

  /** What one device is; for explanations and recordings. */
  public List<Judged> identify(List<Observation> observations) {
    return Faces.identify(observations, identifier);
  }

  private void judge(
      List<Observation> observations,
      ScanHeader header,
      CoverageCount count,
      LocalDate asOf,
      ReportBuilder builder,
      Map<String, Long> counters) {
    List<Judged> judged = identify(observations);
    List<String> further = new ArrayList<>(SnmpSentences.of(observations));
    further.addAll(Unheard.of(counters));
    further.addAll(Imitation.among(judged.stream().map(Judged::device).toList()).sentences());
    builder.further(further);
    Policy policy = new Policy(rules.regimes(), rules.entities(), asOf, rules.inventory());
    List<Finding> findings = new ArrayList<>(policy.judge(judged, header.networks()));
    findings.addAll(CoverageGaps.findings(gaps(count), header.networks()));
    builder.waivers(rules.waivers(), asOf);
    rules.waivers().applyTo(findings, asOf).forEach(builder::finding);
    // Last, and from nothing that was judged above: what is seen of a microphone decides nothing.
    judged.forEach(
        j ->
            builder.device(
                j.device(),
                j.identification(),
                HardwareAddress.of(j.device(), rules.pack()),
                rules.exposure().look(j.device(), j.identification()),
                identifier.limits(j.device(), j.identification())));
  }

  private static List<CoverageGaps.Count> gaps(CoverageCount count) {
    return count.sums().stream()
        .map(
            n ->
                new CoverageGaps.Count(
                    n.network(), n.present(), n.silent(), n.notAsked(), n.listenedOnly()))
        .toList();
  }

  private Provenance provenance(ScanHeader header, Optional<ScanEnd> end, LocalDate asOf) {
    List<String> remarks = new ArrayList<>(end.map(ScanEnd::remarks).orElse(List.of()));
    if (!rules.origin().isEmpty()) {
      remarks.add(rules.origin());
    }
    if (end.isEmpty()) {
      remarks.add("the scan was cut off before it could say how it ended");
    }
    Provenance known =
        new Provenance(
            header.scanId(),
            header.started(),
            end.map(ScanEnd::ended),
            header.operator(),
            header.authorisation(),
            header.marking(),
            header.commandLine(),
            header.tool(),
            rules.packName(),
            asOf.toString(),
            end.map(ScanEnd::interfaces).orElse(List.of()),
            end.map(ScanEnd::counters).orElse(Map.of()),
            remarks);
    return known.on(rules.basis(header.circumstances().map(Circumstances::forReport)));
  }
}
