package org.camsweep.export.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.camsweep.export.spi.Exporter;
import org.camsweep.observe.JsonText;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/**
 * Events of the Elastic Common Schema 9.4, one JSON object a line: the scan with its coverage, each
 * device, each finding. An open finding of restricted or review is an alert, any other a state.
 * What the schema has no field for stands under {@code labels}. The maker is a manufacturer only
 * where the level is likely or confirmed.
 */
public final class EcsExporter implements Exporter {
  private static final String VERSION = "9.4.0";

  @Override
  public String format() {
    return "ecs";
  }

  @Override
  public String ending() {
    return "ndjson";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    line(out, scan(report));
    for (Entry entry : report.entries()) {
      line(out, device(report, entry));
      for (Finding finding : entry.findings()) {
        ObjectNode event = finding(report, finding);
        describe(event, entry);
        line(out, event);
      }
    }
    for (Finding finding : report.findings()) {
      if (finding.device().isEmpty()) {
        line(out, finding(report, finding));
      }
    }
  }

  private static void line(OutputStream out, ObjectNode event) throws IOException {
    out.write((JsonText.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode event(Report report, String kind, String dataset, String message) {
    Instant at = report.provenance().ended().orElse(report.provenance().started());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("@timestamp", at.toString());
    json.putObject("ecs").put("version", VERSION);
    json.put("message", message);
    json.putArray("tags").add("camsweep");
    ObjectNode event = json.putObject("event");
    event.put("kind", kind);
    event.putArray("category").add("host");
    event.putArray("type").add("info");
    event.put("dataset", "camsweep." + dataset);
    event.put("module", "camsweep");
    event.put("start", report.provenance().started().toString());
    report.provenance().ended().ifPresent(ended -> event.put("end", ended.toString()));
    ObjectNode observer = json.putObject("observer");
    observer.put("product", "camsweep").put("type", "scanner");
    observer.put("version", report.provenance().tool());
    ObjectNode labels = json.putObject("labels");
    labels.put("scan_id", report.provenance().scanId());
    labels.put("pack", report.provenance().pack());
    report.provenance().marking().ifPresent(marking -> labels.put("marking", marking));
    return json;
  }

  private static ObjectNode scan(Report report) {
    ObjectNode json =
        event(report, "state", "scan", String.join(" ", report.coverage().notExamined()));
    ((ObjectNode) json.get("event"))
        .put("id", report.provenance().scanId())
        .put("outcome", report.coverage().complete() ? "success" : "failure");
    ObjectNode labels = (ObjectNode) json.get("labels");
    long scope = 0;
    long silent = 0;
    long notAsked = 0;
    for (Coverage.PerNetwork network : report.coverage().networks()) {
      scope += network.inScope().longValueExact();
      silent += network.silent();
      notAsked += network.notAsked();
    }
    labels.put("addresses_in_scope", Long.toString(scope));
    labels.put("addresses_silent", Long.toString(silent));
    labels.put("addresses_not_asked", Long.toString(notAsked));
    return json;
  }

  private static ObjectNode device(Report report, Entry entry) {
    String text =
        Wording.name(entry) + ", maker: " + Wording.builtBy(entry) + ", " + Wording.verdict(entry);
    ObjectNode json = event(report, "asset", "device", text);
    ((ObjectNode) json.get("event")).put("id", entry.device().id().text());
    describe(json, entry);
    return json;
  }

  private static ObjectNode finding(Report report, Finding finding) {
    boolean alert = finding.waiver().isEmpty() && finding.verdict().compareTo(Verdict.REVIEW) >= 0;
    ObjectNode json = event(report, alert ? "alert" : "state", "finding", Wording.finding(finding));
    ((ObjectNode) json.get("event")).put("id", finding.id()).put("reason", finding.because());
    json.putObject("rule")
        .put("id", finding.regime() + "/" + finding.limb())
        .put("name", finding.regimeName())
        .put("reference", finding.citation())
        .put("version", finding.version());
    json.putObject("network").put("name", finding.network());
    ObjectNode labels = (ObjectNode) json.get("labels");
    labels.put("verdict", Words.of(finding.verdict()));
    labels.put("verified", Boolean.toString(finding.verified()));
    finding.waiver().ifPresent(waiver -> labels.put("waiver", waiver));
    finding.settle().ifPresent(settle -> labels.put("settle", settle));
    return json;
  }

  private static void describe(ObjectNode json, Entry entry) {
    ObjectNode host = json.putObject("host");
    host.put("id", entry.device().id().text());
    ArrayNode ips = host.putArray("ip");
    for (Address address : entry.device().addresses()) {
      ips.add(AddressText.withoutZone(address)); // Elasticsearch's type ip knows no zone
    }
    entry
        .device()
        .mac()
        .ifPresent(
            mac -> host.putArray("mac").add(mac.text().toUpperCase(Locale.ROOT).replace(':', '-')));
    host.put("type", Words.of(entry.identification().kind()));
    ObjectNode device = json.putObject("device");
    Wording.firmMaker(entry).ifPresent(maker -> device.put("manufacturer", maker.name()));
    entry
        .identification()
        .model()
        .ifPresent(model -> device.putObject("model").put("identifier", model));
    entry.identification().serial().ifPresent(serial -> device.put("serial_number", serial));
    entry.device().network().ifPresent(network -> json.putObject("network").put("name", network));
    ObjectNode labels = (ObjectNode) json.get("labels");
    entry.identification().brand().ifPresent(brand -> labels.put("brand", brand));
    labels.put("maker", Wording.builtBy(entry));
    labels.put("level", Words.of(entry.identification().level()));
    labels.put("relabelled", Boolean.toString(entry.identification().relabelled()));
  }
}
