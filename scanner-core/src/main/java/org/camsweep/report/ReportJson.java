package org.camsweep.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.camsweep.config.YamlValue;
import org.camsweep.observe.JsonText;
import org.camsweep.policy.Finding;
import org.camsweep.site.SiteJson;

/**
 * The report's JSON: the form that is kept, and that every other output can be made from. The same
 * report gives the same bytes. What is absent is left out; a list is always there.
 */
public final class ReportJson {
  /** Names the version of the form; a change that readers notice gets a new number. */
  public static final String SCHEMA = "urn:camsweep:report:1";

  private ReportJson() {}

  /** The form's JSON Schema (2020-12), as published in {@code docs/report.schema.json}. */
  public static InputStream schema() {
    return ReportJson.class.getResourceAsStream("report.schema.json");
  }

  /** Writes the report; does not close the stream. */
  public static void write(Report report, OutputStream out) throws IOException {
    JsonText.pretty(of(report), out);
  }

  static ObjectNode of(Report report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA);
    json.put("standingText", StandingText.TEXT);
    json.set("provenance", of(report.provenance()));
    ArrayNode networks = json.putArray("networks");
    report.networks().forEach(network -> networks.add(SiteJson.of(network)));
    json.set("coverage", of(report.coverage()));
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(of(finding)));
    ArrayNode devices = json.putArray("devices");
    report.entries().forEach(entry -> devices.add(DeviceJson.of(entry)));
    ArrayNode waivers = json.putArray("waivers");
    report.waivers().forEach(waiver -> waivers.add(HistoryJson.of(waiver)));
    report.since().ifPresent(since -> json.set("since", HistoryJson.of(since)));
    return json;
  }

  static ObjectNode of(Finding finding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", finding.id());
    finding.device().ifPresent(device -> json.put("device", device.text()));
    json.put("network", finding.network());
    json.put("regime", finding.regime());
    json.put("regimeName", finding.regimeName());
    json.put("limb", finding.limb());
    json.put("verdict", YamlValue.word(finding.verdict()));
    json.put("because", finding.because());
    finding.settle().ifPresent(settle -> json.put("settle", settle));
    json.put("citation", finding.citation());
    json.put("primaryRead", finding.primaryRead());
    json.put("version", finding.version());
    json.put("verified", finding.verified());
    texts(json.putArray("actions"), finding.actions());
    finding.waiver().ifPresent(waiver -> json.put("waiver", waiver));
    return json;
  }

  private static ObjectNode of(Coverage coverage) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("complete", coverage.complete());
    ArrayNode networks = json.putArray("networks");
    for (Coverage.PerNetwork network : coverage.networks()) {
      ObjectNode one = networks.addObject();
      one.put("network", network.network());
      one.put("inScope", network.inScope());
      one.put("excluded", network.excluded());
      one.put("answered", network.answered());
      one.put("present", network.present());
      one.put("silent", network.silent());
      one.put("notAsked", network.notAsked());
      texts(one.putArray("listenedOnly"), network.listenedOnly());
    }
    texts(json.putArray("notExamined"), coverage.notExamined());
    return json;
  }

  private static ObjectNode of(Provenance provenance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("scanId", provenance.scanId());
    json.put("started", provenance.started().toString());
    provenance.ended().ifPresent(ended -> json.put("ended", ended.toString()));
    provenance.operator().ifPresent(operator -> json.put("operator", operator));
    json.set("authorisation", SiteJson.of(provenance.authorisation()));
    provenance.marking().ifPresent(marking -> json.put("marking", marking));
    texts(json.putArray("commandLine"), provenance.commandLine());
    json.put("tool", provenance.tool());
    json.put("pack", provenance.pack());
    json.put("asOf", provenance.asOf());
    texts(json.putArray("interfaces"), provenance.interfaces());
    ObjectNode counters = json.putObject("counters");
    provenance.counters().forEach(counters::put);
    texts(json.putArray("remarks"), provenance.remarks());
    BasisJson.write(json, provenance.basis());
    return json;
  }

  static void texts(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }
}
