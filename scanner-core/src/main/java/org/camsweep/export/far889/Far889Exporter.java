package org.camsweep.export.far889;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.export.spi.CsvRow;
import org.camsweep.export.spi.Exporter;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/**
 * The items of FAR 52.204-25(d)(2), a row for each device that a finding of section 889 restricts
 * or leaves open. A scan knows three of the items; the others are left for the contractor, and say
 * so. Which findings are meant, their citation tells: it names the clause.
 */
public final class Far889Exporter implements Exporter {
  private static final String CLAUSE = "52.204-25";
  private static final String SECTION = "s.889";
  private static final String YOURS = "(contractor to fill in)";

  private static final List<String> COLUMNS =
      List.of(
          "(d)(2)(i), within one business day: contract number",
          "order number(s), if applicable",
          "supplier name",
          "supplier unique entity identifier, if known",
          "supplier CAGE code, if known",
          "brand",
          "model number (OEM number, manufacturer part number or wholesaler number)",
          "item description",
          "readily available information about mitigation undertaken or recommended",
          "(d)(2)(ii), within ten business days of that: further mitigation",
          "efforts undertaken to prevent use or submission",
          "additional efforts to prevent future use or submission",
          "observed by the scan: verdict",
          "rule",
          "built by, and how sure",
          "because",
          "what would settle it",
          "address",
          "network",
          "last heard (UTC)",
          "finding",
          "scan",
          "marking");

  @Override
  public String format() {
    return "far-889";
  }

  @Override
  public String ending() {
    return "csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    out.write(CsvRow.of(COLUMNS).getBytes(StandardCharsets.UTF_8));
    for (Entry entry : report.entries()) {
      List<Finding> open = entry.findings().stream().filter(Far889Exporter::concerns).toList();
      if (!open.isEmpty()) {
        out.write(CsvRow.of(row(report, entry, open)).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static boolean concerns(Finding finding) {
    boolean clause = finding.citation().contains(CLAUSE) || finding.citation().contains(SECTION);
    return clause && finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  private static List<String> row(Report report, Entry entry, List<Finding> open) {
    Identification i = entry.identification();
    return List.of(
        YOURS,
        YOURS,
        YOURS,
        YOURS,
        YOURS,
        i.brand().orElse("(not stated by the device: read the label)"),
        i.model().orElse("(not stated by the device: read the label)"),
        description(entry),
        YOURS,
        YOURS,
        YOURS,
        YOURS,
        open.stream().map(Far889Exporter::verdict).distinct().collect(Collectors.joining("; ")),
        open.stream().map(Wording::finding).collect(Collectors.joining("; ")),
        Wording.builtBy(entry),
        open.stream().map(Finding::because).distinct().collect(Collectors.joining(" ")),
        open.stream()
            .flatMap(f -> f.settle().stream())
            .distinct()
            .collect(Collectors.joining("; ")),
        Wording.address(entry),
        entry.device().network().orElse("(outside the scope)"),
        entry.answers().stream()
            .map(Observation::at)
            .max(Comparator.naturalOrder())
            .map(Instant::toString)
            .orElse(""),
        open.stream().map(Finding::id).collect(Collectors.joining("; ")),
        report.provenance().scanId(),
        report.provenance().marking().orElse(""));
  }

  private static String verdict(Finding finding) {
    return Words.of(finding.verdict())
        + finding
            .waiver()
            .map(w -> " (waived by the owner: " + w + "; the clause knows no waiver of the owner)")
            .orElse("");
  }

  private static String description(Entry entry) {
    Identification i = entry.identification();
    return Words.of(i.kind())
        + i.serial().map(s -> ", serial " + s).orElse("")
        + i.firmware().map(f -> ", firmware " + f).orElse("")
        + (i.relabelled() ? ", sold under another company's label" : "");
  }
}
