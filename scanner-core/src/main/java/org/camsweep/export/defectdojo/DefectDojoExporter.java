package org.camsweep.export.defectdojo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.export.spi.Exporter;
import org.camsweep.identify.Evidence;
import org.camsweep.observe.JsonText;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.StandingText;
import org.camsweep.report.Wording;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/**
 * DefectDojo's "Generic Findings Import" in JSON. Restricted becomes High, review Medium; clear and
 * not assessed are no findings there. A waived finding is imported as an accepted risk. The import
 * refuses a file with a key that it does not know, so only its own are written.
 */
public final class DefectDojoExporter implements Exporter {
  @Override
  public String format() {
    return "defectdojo";
  }

  @Override
  public String ending() {
    return "json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", "camsweep " + report.provenance().scanId());
    json.put("type", "camsweep");
    json.put("version", report.provenance().tool());
    json.put(
        "description",
        report.provenance().marking().map(m -> m + "\n\n").orElse("")
            + StandingText.TEXT
            + "\n\n"
            + String.join("\n", report.coverage().notExamined()));
    json.put("dynamic_tool", true);
    json.put("static_tool", false);
    ArrayNode findings = json.putArray("findings");
    for (Entry entry : report.entries()) {
      for (Finding finding : entry.findings()) {
        if (isOpen(finding)) {
          findings.add(of(report, finding, entry));
        }
      }
    }
    for (Finding finding : report.findings()) {
      if (finding.device().isEmpty() && isOpen(finding)) {
        findings.add(about(report, finding, "network " + finding.network(), ""));
      }
    }
    JsonText.pretty(json, out);
  }

  private static boolean isOpen(Finding finding) {
    return finding.verdict().compareTo(Verdict.REVIEW) >= 0;
  }

  private static ObjectNode of(Report report, Finding finding, Entry entry) {
    String evidence =
        entry.identification().evidence().stream()
            .map(DefectDojoExporter::line)
            .collect(Collectors.joining("\n"));
    String device =
        "Shown as: "
            + Wording.shownAs(entry)
            + "\nBuilt by: "
            + Wording.builtBy(entry)
            + "\nRule: "
            + entry.identification().rule()
            + (evidence.isEmpty() ? "" : "\nEvidence:\n" + evidence);
    ObjectNode json = about(report, finding, Wording.name(entry), device);
    entry.identification().model().ifPresent(model -> json.put("component_name", model));
    entry.identification().firmware().ifPresent(f -> json.put("component_version", f));
    ArrayNode endpoints = json.putArray("endpoints");
    for (Address address : entry.device().addresses()) {
      endpoints.addObject().put("host", AddressText.withoutZone(address));
    }
    return json;
  }

  private static ObjectNode about(Report report, Finding finding, String what, String device) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", Wording.finding(finding) + ": " + what);
    json.put("severity", finding.verdict() == Verdict.RESTRICTED ? "High" : "Medium");
    json.put("description", finding.because() + (device.isEmpty() ? "" : "\n\n" + device));
    json.put("references", finding.citation() + "\n" + finding.version());
    if (!finding.actions().isEmpty()) {
      json.put("mitigation", String.join("\n", finding.actions()));
    }
    finding.settle().ifPresent(settle -> json.put("severity_justification", "Settle: " + settle));
    json.put("date", report.provenance().started().toString().substring(0, 10));
    json.put("active", finding.waiver().isEmpty());
    json.put("risk_accepted", finding.waiver().isPresent());
    json.put("verified", false);
    json.put("static_finding", false);
    json.put("dynamic_finding", true);
    json.put("vuln_id_from_tool", finding.regime() + "/" + finding.limb());
    json.put("unique_id_from_tool", finding.id());
    json.put("service", finding.network());
    ArrayNode tags = json.putArray("tags");
    List.of("camsweep", finding.regime()).forEach(tags::add);
    finding.waiver().ifPresent(waiver -> tags.add("waiver-" + waiver));
    return json;
  }

  private static String line(Evidence evidence) {
    return "- " + evidence.signature() + ": " + evidence.field() + " = " + evidence.value();
  }
}
