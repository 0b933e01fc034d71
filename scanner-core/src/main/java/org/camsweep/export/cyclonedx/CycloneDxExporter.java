package org.camsweep.export.cyclonedx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.camsweep.export.spi.Exporter;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.observe.JsonText;
import org.camsweep.policy.Finding;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.StandingText;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/**
 * A hardware inventory in CycloneDX 1.6 (ECMA-424): a device with the brand shown as its supplier
 * and the maker, where likely or confirmed, as its manufacturer; its firmware nested. The
 * composition says that the inventory is incomplete, as every one made over a network is.
 */
public final class CycloneDxExporter implements Exporter {
  @Override
  public String format() {
    return "cyclonedx";
  }

  @Override
  public String ending() {
    return "json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bomFormat", "CycloneDX");
    json.put("specVersion", "1.6");
    json.put("serialNumber", "urn:uuid:" + uuid(report.provenance()));
    json.put("version", 1);
    json.set("metadata", metadata(report));
    ArrayNode components = json.putArray("components");
    report.entries().forEach(entry -> components.add(of(report, entry)));
    ObjectNode composition = json.putArray("compositions").addObject();
    composition.put("aggregate", "incomplete");
    ArrayNode assemblies = composition.putArray("assemblies");
    report.entries().forEach(entry -> assemblies.add(entry.device().id().text()));
    JsonText.pretty(json, out);
  }

  /** Of the scan's own name and time, so that the same result has the same number. */
  private static UUID uuid(Provenance by) {
    String name = "camsweep " + by.scanId() + " " + by.started();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode metadata(Report report) {
    Provenance by = report.provenance();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("timestamp", by.ended().orElse(by.started()).toString());
    json.putArray("lifecycles").addObject().put("phase", "discovery");
    json.putObject("tools")
        .putArray("components")
        .addObject()
        .put("type", "application")
        .put("name", "camsweep")
        .put("version", by.tool());
    ArrayNode properties = json.putArray("properties");
    property(properties, "camsweep:scanId", by.scanId());
    property(properties, "camsweep:pack", by.pack());
    by.marking().ifPresent(marking -> property(properties, "camsweep:marking", marking));
    property(properties, "camsweep:standingText", StandingText.TEXT);
    report.coverage().notExamined().forEach(s -> property(properties, "camsweep:notExamined", s));
    return json;
  }

  private static ObjectNode of(Report report, Entry entry) {
    Identification i = entry.identification();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "device");
    json.put("bom-ref", entry.device().id().text());
    i.brand().ifPresent(brand -> json.putObject("supplier").put("name", brand));
    Wording.firmMaker(entry).ifPresent(maker -> json.set("manufacturer", organisation(maker)));
    json.put("name", i.model().orElse(Wording.shownAs(entry)));
    ArrayNode properties = json.putArray("properties");
    i.serial().ifPresent(serial -> property(properties, "cdx:device:serialNumber", serial));
    entry
        .device()
        .mac()
        .ifPresent(mac -> property(properties, "cdx:device:macAddress", mac.text()));
    property(properties, "cdx:device:location", location(report, entry));
    property(properties, "cdx:device:function", Words.of(i.kind()));
    for (Address address : entry.device().addresses()) {
      property(properties, "camsweep:address", AddressText.of(address));
    }
    property(properties, "camsweep:builtBy", Wording.builtBy(entry));
    property(properties, "camsweep:level", Words.of(i.level()));
    property(properties, "camsweep:verdict", Wording.verdict(entry));
    for (Finding finding : entry.findings()) {
      property(properties, "camsweep:finding", Wording.finding(finding));
    }
    i.firmware()
        .ifPresent(
            firmware ->
                json.putArray("components")
                    .addObject()
                    .put("type", "firmware")
                    .put("bom-ref", entry.device().id().text() + "-firmware")
                    .put("name", "firmware of " + Wording.shownAs(entry))
                    .put("version", firmware));
    return json;
  }

  private static ObjectNode organisation(Maker maker) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", maker.name());
    maker.country().ifPresent(country -> json.putObject("address").put("country", country));
    return json;
  }

  private static String location(Report report, Entry entry) {
    Optional<String> network = entry.device().network();
    return network.isEmpty()
        ? "outside the scope"
        : Wording.network(report, network.get()).map(n -> n.site() + "/").orElse("")
            + network.get();
  }

  private static void property(ArrayNode properties, String name, String value) {
    properties.addObject().put("name", name).put("value", value);
  }
}
