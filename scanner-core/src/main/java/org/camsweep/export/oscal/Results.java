package org.camsweep.export.oscal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.DeviceId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.StandingText;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/**
 * The assessment results. A finding is written where something is restricted or open, never as
 * satisfied: that nothing was found of one device proves nothing of the rule. What a waiver covers
 * is a risk with an approved deviation.
 */
final class Results {
  private final Report report;
  private final Rules rules;
  private final Documents documents;
  private final Devices devices;

  Results(Report report, Rules rules, Documents documents) {
    this.report = report;
    this.rules = rules;
    this.documents = documents;
    this.devices = new Devices(report, documents);
  }

  ObjectNode document() {
    Provenance by = report.provenance();
    ObjectNode json = documents.begun("results", "Cameras and who built them: " + by.scanId());
    documents.people(json);
    json.putObject("import-ap").put("href", OscalExporter.PLAN);
    ObjectNode result = json.putArray("results").addObject();
    result.put("uuid", documents.uuid("result"));
    result.put("title", Oscal.line("Scan " + by.scanId()));
    result.put("description", description());
    result.put("start", by.started().toString());
    by.ended().ifPresent(ended -> result.put("end", ended.toString()));
    ArrayNode properties = JsonNodeFactory.instance.arrayNode();
    counts(properties);
    result.set("props", properties);
    ObjectNode local = result.putObject("local-definitions");
    Oscal.unlessEmpty(local, "inventory-items", devices.inventory());
    assets(local);
    Documents.reviewed(result);
    result.set("observations", devices.observations());
    Map<DeviceId, Entry> entries = new HashMap<>();
    report.entries().forEach(e -> entries.put(e.device().id(), e));
    ArrayNode risks = JsonNodeFactory.instance.arrayNode();
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : report.findings()) {
      if (finding.verdict().compareTo(Verdict.REVIEW) >= 0) {
        Optional<Entry> entry = finding.device().map(entries::get);
        risks.add(risk(finding, entry));
        findings.add(finding(finding, entry));
      }
    }
    Oscal.unlessEmpty(result, "risks", risks);
    Oscal.unlessEmpty(result, "findings", findings);
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.set("assessment-results", json);
    return whole;
  }

  private String description() {
    return Oscal.line(
        "Read-only scan; "
            + (report.coverage().complete()
                ? "it came to its end. "
                : "it did not come to its end. ")
            + String.join(" ", report.coverage().notExamined())
            + " "
            + StandingText.TEXT);
  }

  private void counts(ArrayNode properties) {
    for (Coverage.PerNetwork n : report.coverage().networks()) {
      Oscal.own(
          properties,
          "coverage",
          n.network()
              + ": "
              + n.inScope()
              + " addresses in scope, "
              + n.excluded()
              + " excluded, "
              + n.answered()
              + " answered, "
              + n.present()
              + " not understood, "
              + n.silent()
              + " silent, "
              + n.notAsked()
              + " not asked");
    }
    Oscal.own(properties, "rules", Integer.toString(rules.all().size()));
    Oscal.own(properties, "complete", report.coverage().complete() ? "yes" : "no");
  }

  private void assets(ObjectNode local) {
    ObjectNode assets = local.putObject("assessment-assets");
    ObjectNode tool =
        documents.component(
            assets.putArray("components"), "software", "camsweep", "A read-only scanner.");
    Oscal.known(tool.putArray("props"), "version", report.provenance().tool());
    assets
        .putArray("assessment-platforms")
        .addObject()
        .put("uuid", documents.uuid("platform"))
        .put("title", "The machine that scanned")
        .putArray("uses-components")
        .addObject()
        .put("component-uuid", documents.uuid("component software"));
  }

  private String name(Finding finding, Optional<Entry> entry) {
    return entry.map(Wording::name).orElse("network " + finding.network());
  }

  private ObjectNode risk(Finding finding, Optional<Entry> entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uuid", documents.uuid("risk " + finding.id()));
    json.put("title", Oscal.line(finding.regimeName()));
    json.put("description", Oscal.line(name(finding, entry) + ": " + finding.because()));
    json.put("statement", Oscal.line(finding.citation()));
    json.put("status", finding.waiver().isPresent() ? "deviation-approved" : "open");
    report.waivers().stream()
        .filter(w -> finding.waiver().filter(w.id()::equals).isPresent())
        .findFirst()
        .ifPresent(
            w -> {
              json.putArray("mitigating-factors")
                  .addObject()
                  .put("uuid", documents.uuid("waiver " + w.id() + " " + finding.id()))
                  .put(
                      "description",
                      Oscal.line(
                          "Waiver "
                              + w.id()
                              + ", approved by "
                              + w.approvedBy()
                              + ": "
                              + w.reason()
                              + w.mitigation().map(m -> ". " + m).orElse("")));
              json.put("deadline", w.expires() + "T23:59:59Z");
            });
    return json;
  }

  private ObjectNode finding(Finding finding, Optional<Entry> entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("uuid", documents.uuid("finding " + finding.id()));
    json.put("title", Oscal.line(Wording.finding(finding)));
    json.put(
        "description",
        Oscal.line(
            name(finding, entry)
                + ": "
                + finding.because()
                + finding.settle().map(s -> " To settle it: " + s + ".").orElse("")));
    ArrayNode properties = json.putArray("props");
    Oscal.own(properties, "finding-id", finding.id());
    Oscal.own(properties, "verdict", Words.of(finding.verdict()));
    Oscal.own(properties, "rule-version", finding.version());
    Oscal.own(properties, "rule-verified", finding.verified() ? "yes" : "no");
    finding.waiver().ifPresent(w -> Oscal.own(properties, "waiver", w));
    boolean restricted = finding.verdict() == Verdict.RESTRICTED;
    json.putObject("target")
        .put("type", "objective-id")
        .put("target-id", Rules.id(finding) + "_obj")
        .putObject("status")
        .put("state", "not-satisfied")
        .put("reason", restricted ? "fail" : "other");
    json.putArray("related-observations")
        .addObject()
        .put("observation-uuid", devices.observation(finding.device()));
    json.putArray("related-risks")
        .addObject()
        .put("risk-uuid", documents.uuid("risk " + finding.id()));
    return json;
  }
}
