package org.camsweep.export.ocsf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.identify.Identification;
import org.camsweep.observe.JsonText;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.AddressText;

/**
 * OCSF 1.5.0 events, one JSON object a line: Device Inventory Info (class 5001) for each device,
 * Compliance Finding (class 2003) for each finding. The vendor is filled only where the level is
 * likely or confirmed; what the schema has no field for stands under {@code unmapped}.
 */
public final class OcsfExporter implements Exporter {
  private static final String VERSION = "1.5.0";

  @Override
  public String format() {
    return "ocsf";
  }

  @Override
  public String ending() {
    return "ndjson";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    for (Entry entry : report.entries()) {
      line(out, inventory(report, entry));
      for (Finding finding : entry.findings()) {
        line(out, finding(report, finding, Optional.of(entry)));
      }
    }
    for (Finding finding : report.findings()) {
      if (finding.device().isEmpty()) {
        line(out, finding(report, finding, Optional.empty()));
      }
    }
  }

  private static void line(OutputStream out, ObjectNode event) throws IOException {
    out.write((JsonText.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode event(
      Report report, int category, int of, int activity, Instant at, String uid) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("activity_id", activity);
    json.put("category_uid", category);
    json.put("class_uid", of);
    json.put("type_uid", of * 100 + activity);
    json.put("time", at.toEpochMilli());
    ObjectNode metadata = json.putObject("metadata");
    metadata.put("version", VERSION);
    metadata
        .putObject("product")
        .put("name", "camsweep")
        .put("vendor_name", "camsweep")
        .put("version", report.provenance().tool());
    metadata.put("uid", uid);
    metadata.put("correlation_uid", report.provenance().scanId());
    report
        .provenance()
        .marking()
        .ifPresent(marking -> metadata.putArray("labels").add("marking: " + marking));
    return json;
  }

  private static Instant end(Report report) {
    return report.provenance().ended().orElse(report.provenance().started());
  }

  private static ObjectNode inventory(Report report, Entry entry) {
    Instant heard =
        entry.answers().stream()
            .map(Observation::at)
            .max(Comparator.naturalOrder())
            .orElse(end(report));
    ObjectNode json = event(report, 5, 5001, 2, heard, entry.device().id().text());
    json.put("severity_id", 1);
    json.put("message", Wording.name(entry) + ", maker: " + Wording.builtBy(entry));
    json.set("device", device(entry));
    ObjectNode unmapped = json.putObject("unmapped");
    describe(unmapped, entry);
    unmapped.put("verdict", Wording.verdict(entry));
    return json;
  }

  private static ObjectNode finding(Report report, Finding finding, Optional<Entry> entry) {
    ObjectNode json = event(report, 2, 2003, 1, end(report), finding.id());
    boolean waived = finding.waiver().isPresent();
    json.put(
        "severity_id",
        switch (finding.verdict()) {
          case RESTRICTED -> 4;
          case REVIEW -> 3;
          case CLEAR, NOT_ASSESSED -> 1;
        });
    json.put("status_id", waived ? 3 : 1);
    json.put("message", Wording.finding(finding));
    json.putObject("finding_info")
        .put("uid", finding.id())
        .put("title", finding.regimeName() + (finding.verified() ? "" : " (unverified rule)"))
        .put("desc", finding.because())
        .put("created_time", end(report).toEpochMilli());
    ObjectNode compliance = json.putObject("compliance");
    compliance.putArray("standards").add(finding.regime());
    compliance.put("control", finding.limb());
    compliance.put(
        "status_id",
        switch (finding.verdict()) {
          case CLEAR -> 1;
          case REVIEW -> 2;
          case RESTRICTED -> 3;
          case NOT_ASSESSED -> 0;
        });
    entry.ifPresent(
        e -> {
          json.put("confidence_id", confidence(e));
          json.set("device", device(e));
          json.putArray("resources")
              .addObject()
              .put("uid", e.device().id().text())
              .put("name", Wording.name(e))
              .put("type", Words.of(e.identification().kind()));
        });
    ObjectNode unmapped = json.putObject("unmapped");
    entry.ifPresent(e -> describe(unmapped, e));
    unmapped.put("verdict", Words.of(finding.verdict()));
    unmapped.put("network", finding.network());
    unmapped.put("citation", finding.citation());
    unmapped.put("rule_version", finding.version());
    unmapped.put("rule_verified", finding.verified());
    finding.waiver().ifPresent(waiver -> unmapped.put("waiver", waiver));
    finding.settle().ifPresent(settle -> unmapped.put("settle", settle));
    return json;
  }

  /** 0 unknown, 1 low, 2 medium, 3 high. */
  private static int confidence(Entry entry) {
    return switch (entry.identification().level()) {
      case CONFIRMED -> 3;
      case LIKELY -> 2;
      case POSSIBLE -> 1;
      case CONTESTED, UNKNOWN -> 0;
    };
  }

  private static ObjectNode device(Entry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type_id", entry.identification().kind().isVideo() ? 7 : 0);
    json.put("type", entry.identification().kind().isVideo() ? "IOT" : "Unknown");
    json.put("uid", entry.device().id().text());
    json.put("ip", AddressText.withoutZone(entry.device().addresses().get(0)));
    entry.device().mac().ifPresent(m -> json.put("mac", m.text().toUpperCase(Locale.ROOT)));
    json.put("name", Wording.name(entry));
    Wording.firmMaker(entry).ifPresent(maker -> json.put("vendor_name", maker.name()));
    entry.identification().model().ifPresent(model -> json.put("model", model));
    return json;
  }

  private static void describe(ObjectNode json, Entry entry) {
    Identification i = entry.identification();
    json.put("kind", Words.of(i.kind()));
    json.put("built_by", Wording.builtBy(entry));
    json.put("level", Words.of(i.level()));
    json.put("relabelled", i.relabelled());
    i.brand().ifPresent(brand -> json.put("brand", brand));
    i.serial().ifPresent(serial -> json.put("serial_number", serial));
    i.firmware().ifPresent(firmware -> json.put("firmware", firmware));
    String all =
        String.join(" ", entry.device().addresses().stream().map(AddressText::of).toList());
    json.put("addresses", all);
  }
}
