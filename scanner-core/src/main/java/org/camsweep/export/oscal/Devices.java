package org.camsweep.export.oscal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.device.DeviceId;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Observation;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/** Each device as an inventory item, and what was observed of it; coverage is one observation. */
final class Devices {
  private final Report report;
  private final Documents documents;
  private final Instant end;

  Devices(Report report, Documents documents) {
    this.report = report;
    this.documents = documents;
    this.end = report.provenance().ended().orElse(report.provenance().started());
  }

  private String item(DeviceId device) {
    return documents.uuid("item " + device.text());
  }

  /** The observation of a device, or the one of the coverage. */
  String observation(Optional<DeviceId> device) {
    return documents.uuid("observation " + device.map(DeviceId::text).orElse("coverage"));
  }

  ArrayNode inventory() {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (Entry entry : report.entries()) {
      Identification i = entry.identification();
      ObjectNode item = items.addObject();
      item.put("uuid", item(entry.device().id()));
      item.put(
          "description", Oscal.line(Wording.name(entry) + ", built by: " + Wording.builtBy(entry)));
      ArrayNode properties = item.putArray("props");
      Oscal.known(properties, "asset-type", Words.of(i.kind()));
      Oscal.known(properties, "asset-id", entry.device().id().text());
      for (Address address : entry.device().addresses()) {
        String name = address.isV4() ? "ipv4-address" : "ipv6-address";
        Oscal.known(properties, name, AddressText.withoutZone(address));
        address.zone().ifPresent(zone -> Oscal.own(properties, "ipv6-zone", zone));
      }
      i.model().ifPresent(v -> Oscal.known(properties, "hardware-model", v));
      i.serial().ifPresent(v -> Oscal.known(properties, "serial-number", v));
      entry.device().mac().ifPresent(v -> Oscal.own(properties, "mac-address", v.text()));
      entry.device().network().ifPresent(v -> Oscal.own(properties, "network", v));
      i.brand().ifPresent(v -> Oscal.own(properties, "brand-shown", v));
      Wording.firmMaker(entry).map(Maker::name).ifPresent(v -> Oscal.own(properties, "maker", v));
      Oscal.own(properties, "built-by", Wording.builtBy(entry));
      Oscal.own(properties, "level", Words.of(i.level()));
      i.firmware().ifPresent(v -> Oscal.own(properties, "firmware", v));
      Oscal.own(properties, "verdict", Wording.verdict(entry));
    }
    return items;
  }

  ArrayNode observations() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    ObjectNode coverage = all.addObject();
    coverage.put("uuid", observation(Optional.empty()));
    coverage.put("title", "What was looked at and what was not");
    List<String> not = report.coverage().notExamined();
    coverage.put(
        "description", not.isEmpty() ? "All was asked." : Oscal.line(String.join(" ", not)));
    begin(coverage, end);
    for (Entry entry : report.entries()) {
      of(all.addObject(), entry);
    }
    return all;
  }

  private void begin(ObjectNode json, Instant at) {
    json.putArray("methods").add("TEST");
    json.putArray("origins")
        .addObject()
        .putArray("actors")
        .addObject()
        .put("type", "tool")
        .put("actor-uuid", documents.uuid("component software"));
    json.put("collected", at.toString());
  }

  private void of(ObjectNode json, Entry entry) {
    Identification i = entry.identification();
    json.put("uuid", observation(Optional.of(entry.device().id())));
    json.put("title", Oscal.line("Who built " + Wording.name(entry)));
    String clear =
        entry.findings().stream().map(Wording::finding).collect(Collectors.joining("; "));
    json.put(
        "description",
        Oscal.line(
            "Built by: "
                + Wording.builtBy(entry)
                + ". "
                + i.rule()
                + ". "
                + (clear.isEmpty() ? "No rule was applied" : clear)
                + "."));
    begin(
        json,
        entry.answers().stream().map(Observation::at).max(Comparator.naturalOrder()).orElse(end));
    json.putArray("subjects")
        .addObject()
        .put("subject-uuid", item(entry.device().id()))
        .put("type", "inventory-item");
    Map<String, Observation> heard = new HashMap<>();
    entry.answers().forEach(o -> heard.put(o.id(), o));
    ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
    Stream.concat(
            i.evidence().stream().map(e -> evidence(e, "for", heard)),
            i.contrary().stream().map(e -> evidence(e, "against", heard)))
        .forEach(evidence::add);
    Oscal.unlessEmpty(json, "relevant-evidence", evidence);
  }

  private static ObjectNode evidence(
      Evidence evidence, String side, Map<String, Observation> heard) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("href", "observations.ndjson");
    json.put("description", Oscal.line(evidence.field() + " said: " + evidence.value()));
    ArrayNode properties = json.putArray("props");
    Oscal.own(properties, "observation", evidence.observation());
    Oscal.own(properties, "signature", evidence.signature());
    Oscal.own(properties, "signature-verified", evidence.verified() ? "yes" : "no");
    Oscal.own(properties, "side", side);
    Oscal.own(properties, "kind", Words.of(evidence.kind()));
    Optional.ofNullable(heard.get(evidence.observation()))
        .flatMap(Observation::rawSha256)
        .ifPresent(hash -> Oscal.own(properties, "raw-sha-256", hash));
    return json;
  }
}
