package org.camsweep.export.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camsweep.device.DeviceId;
import org.camsweep.export.spi.Exporter;
import org.camsweep.observe.JsonText;
import org.camsweep.policy.Finding;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.StandingText;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/**
 * A SARIF 2.1.0 log (OASIS Standard, errata 01). Restricted is an error and review a warning;
 * importers that look at the level alone then show both. Clear passes; not assessed is open; waived
 * is suppressed. A result has a file only because importers ask for one: {@code report.json}.
 */
public final class SarifExporter implements Exporter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public String ending() {
    return "sarif";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Map<DeviceId, Entry> devices = new HashMap<>();
    report.entries().forEach(e -> devices.put(e.device().id(), e));
    Map<String, Integer> rules = new LinkedHashMap<>();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = json.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "camsweep").put("version", report.provenance().tool());
    ArrayNode listed = driver.putArray("rules");
    invocation(run.putArray("invocations").addObject(), report);
    ArrayNode results = run.putArray("results");
    for (Finding finding : report.findings()) {
      String rule = finding.regime() + "/" + finding.limb();
      Integer index = rules.get(rule);
      if (index == null) {
        index = rules.size();
        rules.put(rule, index);
        rule(listed.addObject(), rule, finding);
      }
      Optional<Entry> entry = finding.device().map(devices::get);
      result(results.addObject().put("ruleId", rule).put("ruleIndex", index), finding, entry);
    }
    properties(run.putObject("properties"), report.provenance());
    JsonText.pretty(json, out);
  }

  private static void properties(ObjectNode json, Provenance by) {
    json.put("scanId", by.scanId()).put("pack", by.pack()).put("asOf", by.asOf());
    by.marking().ifPresent(marking -> json.put("marking", marking));
    json.put("standingText", StandingText.TEXT);
  }

  private static void invocation(ObjectNode json, Report report) {
    json.put("executionSuccessful", report.coverage().complete());
    json.put("startTimeUtc", report.provenance().started().toString());
    report.provenance().ended().ifPresent(ended -> json.put("endTimeUtc", ended.toString()));
    ArrayNode notes = json.putArray("toolExecutionNotifications");
    for (String sentence : report.coverage().notExamined()) {
      notes.addObject().put("level", "warning").putObject("message").put("text", sentence);
    }
  }

  private static void rule(ObjectNode json, String id, Finding finding) {
    json.put("id", id);
    json.putObject("shortDescription")
        .put("text", finding.regimeName() + (finding.verified() ? "" : " (unverified rule)"));
    json.putObject("fullDescription").put("text", finding.citation());
    json.putObject("properties")
        .put("version", finding.version())
        .put("verified", finding.verified())
        .put("readInPrimaryForm", finding.primaryRead());
  }

  private static void result(ObjectNode json, Finding finding, Optional<Entry> entry) {
    String kind =
        switch (finding.verdict()) {
          case RESTRICTED, REVIEW -> "fail";
          case CLEAR -> "pass";
          case NOT_ASSESSED -> "open";
        };
    String level =
        switch (finding.verdict()) {
          case RESTRICTED -> "error";
          case REVIEW -> "warning";
          case CLEAR, NOT_ASSESSED -> "none";
        };
    String name = entry.map(Wording::name).orElse("network " + finding.network());
    json.put("kind", kind).put("level", level);
    json.putObject("message").put("text", text(finding, name));
    ObjectNode location = json.putArray("locations").addObject();
    location.putObject("physicalLocation").putObject("artifactLocation").put("uri", "report.json");
    String place = finding.network() + finding.device().map(d -> "/" + d.text()).orElse("");
    location
        .putArray("logicalLocations")
        .addObject()
        .put("name", name)
        .put("fullyQualifiedName", place)
        .put("kind", "resource");
    json.putObject("partialFingerprints").put("camsweepFinding/v1", finding.id());
    finding
        .waiver()
        .ifPresent(
            waiver ->
                json.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", "waiver " + waiver));
    ObjectNode properties = json.putObject("properties");
    properties.put("verdict", Words.of(finding.verdict()));
    entry.ifPresent(e -> properties.put("builtBy", Wording.builtBy(e)));
    finding.settle().ifPresent(settle -> properties.put("settle", settle));
  }

  private static String text(Finding finding, String name) {
    return name
        + ": "
        + Wording.finding(finding)
        + ". "
        + finding.because()
        + finding.settle().map(s -> " To settle it: " + s + ".").orElse("");
  }
}
