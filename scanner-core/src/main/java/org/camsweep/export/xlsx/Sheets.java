package org.camsweep.export.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camsweep.device.DeviceId;
import org.camsweep.policy.Finding;
import org.camsweep.report.Basis;
import org.camsweep.report.Coverage;
import org.camsweep.report.Headline;
import org.camsweep.report.InventoryColumn;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.StandingText;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/** The tables of the workbook. */
final class Sheets {
  private Sheets() {}

  static Sheet devices(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : report.entries()) {
      rows.add(InventoryColumn.ALL.stream().map(c -> c.of(report, entry)).toList());
    }
    List<String> headings = InventoryColumn.ALL.stream().map(InventoryColumn::heading).toList();
    return new Sheet("Devices", headings, rows);
  }

  static Sheet findings(Report report) {
    Map<DeviceId, Entry> devices = new HashMap<>();
    report.entries().forEach(e -> devices.put(e.device().id(), e));
    List<List<String>> rows = new ArrayList<>();
    for (Finding f : report.findings()) {
      Entry entry = f.device().map(devices::get).orElse(null);
      rows.add(
          List.of(
              Words.of(f.verdict()),
              f.waiver().orElse(""),
              f.network(),
              entry == null ? "" : Wording.address(entry),
              entry == null ? "" : Wording.shownAs(entry),
              entry == null ? "" : Wording.builtBy(entry),
              f.regime(),
              f.limb(),
              f.regimeName(),
              f.because(),
              f.settle().orElse(""),
              f.citation(),
              f.primaryRead() ? "yes" : "no",
              f.verified() ? "yes" : "no",
              f.version(),
              String.join("; ", f.actions()),
              f.id()));
    }
    return new Sheet(
        "Findings",
        List.of(
            "verdict",
            "waiver",
            "network",
            "address",
            "shown_as",
            "built_by",
            "regime",
            "limb",
            "regime_name",
            "because",
            "settle",
            "citation",
            "read_in_primary_form",
            "rule_verified",
            "rule_version",
            "actions",
            "finding_id"),
        rows);
  }

  static Sheet coverage(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Coverage.PerNetwork n : report.coverage().networks()) {
      rows.add(
          List.of(
              n.network(),
              n.inScope().toString(),
              Long.toString(n.excluded()),
              Long.toString(n.answered()),
              Long.toString(n.present()),
              Long.toString(n.silent()),
              Long.toString(n.notAsked()),
              String.join("; ", n.listenedOnly())));
    }
    return new Sheet(
        "Coverage",
        List.of(
            "network",
            "in_scope",
            "excluded",
            "answered",
            "not_understood",
            "silent",
            "not_asked",
            "heard_only"),
        rows);
  }

  static Sheet about(Report report) {
    Provenance by = report.provenance();
    Headline headline = Headline.of(report);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("answer", headline.answer().words()));
    rows.add(List.of("counts", headline.counts()));
    by.marking().ifPresent(m -> rows.add(List.of("marking", m)));
    rows.add(List.of("scan", by.scanId()));
    rows.add(List.of("started", by.started().toString()));
    by.ended().ifPresent(e -> rows.add(List.of("ended", e.toString())));
    rows.add(List.of("complete", report.coverage().complete() ? "yes" : "no"));
    rows.add(List.of("operator", by.operator().orElse("not recorded")));
    rows.add(List.of("authorisation", by.authorisation().reference().orElse("not recorded")));
    rows.add(List.of("authorised by", by.authorisation().authorisedBy().orElse("not recorded")));
    rows.add(List.of("command line", "camsweep " + String.join(" ", by.commandLine())));
    rows.add(List.of("tool", by.tool()));
    rows.add(List.of("data pack", by.pack()));
    rows.add(List.of("judged as of", by.asOf()));
    rows.add(
        List.of(
            "links that listened",
            by.interfaces().isEmpty() ? "none" : String.join("; ", by.interfaces())));
    restsOn(by.basis(), rows);
    report.coverage().notExamined().forEach(s -> rows.add(List.of("not examined", s)));
    by.remarks().forEach(r -> rows.add(List.of("remark", r)));
    by.counters().forEach((name, n) -> rows.add(List.of("count of " + name, n.toString())));
    rows.add(List.of("what this is", StandingText.TEXT));
    return new Sheet("About", List.of("what", "value"), rows);
  }

  private static void restsOn(Basis basis, List<List<String>> rows) {
    basis
        .circumstances()
        .ifPresent(
            c -> {
              rows.add(List.of("Java and system", c.runtime()));
              rows.add(List.of("clock", c.clock()));
              c.program().forEach(file -> rows.add(List.of("program", file)));
              c.siteFile().ifPresent(hash -> rows.add(List.of("site file", "sha256:" + hash)));
            });
    basis
        .inputs()
        .forEach(i -> rows.add(List.of("owner's " + i.kind(), i.name() + " sha256:" + i.sha256())));
    basis
        .lists()
        .forEach(
            l ->
                rows.add(
                    List.of(
                        "list",
                        l.id() + " " + l.version() + (l.verified() ? "" : " unverified rule"))));
    basis.redacted().forEach(r -> rows.add(List.of("replaced for sharing", r)));
  }
}
