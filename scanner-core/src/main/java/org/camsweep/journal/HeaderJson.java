package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.site.CircumstancesJson;
import org.camsweep.site.Network;
import org.camsweep.site.SiteJson;

/** The JSON forms of {@link ScanHeader} and {@link ScanEnd}. What is absent is left out. */
final class HeaderJson {
  private static final String FORMAT = "camsweep-scan-1";

  private HeaderJson() {}

  static ObjectNode of(ScanHeader header) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("scanId", header.scanId());
    json.put("started", header.started().toString());
    header.operator().ifPresent(v -> json.put("operator", v));
    json.set("authorisation", SiteJson.of(header.authorisation()));
    header.marking().ifPresent(v -> json.put("marking", v));
    texts(json.putArray("commandLine"), header.commandLine());
    json.put("tool", header.tool());
    ArrayNode networks = json.putArray("networks");
    header.networks().forEach(network -> networks.add(SiteJson.of(network)));
    json.put("seed", header.seed());
    json.put("asOf", header.asOf().toString());
    if (header.listened()) {
      json.put("listened", true);
    }
    if (!header.credentials().isEmpty()) {
      CredentialJson.write(json.putArray("credentials"), header.credentials());
    }
    header.circumstances().ifPresent(c -> json.set(CircumstancesJson.KEY, CircumstancesJson.of(c)));
    if (!header.snmp().isEmpty()) {
      SnmpJson.write(json.putArray("snmp"), header.snmp());
    }
    return json;
  }

  static ScanHeader header(JsonValue json) throws ConfigException {
    json.object(
        Set.of(
            "format",
            "scanId",
            "started",
            "operator",
            "authorisation",
            "marking",
            "commandLine",
            "tool",
            "networks",
            "seed",
            "asOf",
            "listened",
            "credentials",
            CircumstancesJson.KEY,
            "snmp"));
    JsonValue format = json.need("format");
    if (!format.text().equals(FORMAT)) {
      throw format.wrong("not the format " + FORMAT, "read it with the version that wrote it");
    }
    List<Network> networks = new ArrayList<>();
    for (JsonValue network : json.list("networks")) {
      networks.add(SiteJson.network(network));
    }
    return new ScanHeader(
        json.need("scanId").text(),
        instant(json.need("started")),
        json.text("operator"),
        SiteJson.authorisation(json.need("authorisation")),
        json.text("marking"),
        json.texts("commandLine"),
        json.need("tool").text(),
        networks,
        json.need("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE),
        day(json.need("asOf")),
        json.get("listened").isPresent() && json.need("listened").bool(),
        CredentialJson.read(
            json.get("credentials").isEmpty() ? List.of() : json.list("credentials")),
        SnmpJson.read(json.get("snmp").isEmpty() ? List.of() : json.list("snmp")),
        CircumstancesJson.in(json));
  }

  static ObjectNode of(ScanEnd end) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ended", end.ended().toString());
    json.put("complete", end.complete());
    texts(json.putArray("interfaces"), end.interfaces());
    ObjectNode counters = json.putObject("counters");
    end.counters().forEach(counters::put);
    texts(json.putArray("remarks"), end.remarks());
    return json;
  }

  static ScanEnd end(JsonValue json) throws ConfigException {
    json.object(Set.of("ended", "complete", "interfaces", "counters", "remarks"));
    Map<String, Long> counters = new TreeMap<>();
    for (Map.Entry<String, JsonValue> counter : json.need("counters").members().entrySet()) {
      counters.put(counter.getKey(), counter.getValue().integer(0, Long.MAX_VALUE));
    }
    return new ScanEnd(
        instant(json.need("ended")),
        json.need("complete").bool(),
        json.texts("interfaces"),
        counters,
        json.texts("remarks"));
  }

  static Instant instant(JsonValue value) throws ConfigException {
    try {
      return Instant.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.wrong("not a time in UTC", "write it as 2026-11-25T09:00:00Z");
    }
  }

  private static LocalDate day(JsonValue value) throws ConfigException {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.wrong("not a day", "write it as 2026-11-25");
    }
  }

  private static void texts(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }
}
