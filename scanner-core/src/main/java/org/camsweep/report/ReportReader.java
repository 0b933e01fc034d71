package org.camsweep.report;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.StrictJson;
import org.camsweep.device.DeviceId;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.site.Network;
import org.camsweep.site.SiteJson;

/**
 * Reads what {@link ReportJson} wrote. The report read lacks the facts of the observations and
 * those without an answer, which the JSON does not hold; written again it gives the same bytes, and
 * so does every export of it.
 */
public final class ReportReader {
  private ReportReader() {}

  /** Reads {@code report.json}. */
  public static Report read(Path file) throws ConfigException {
    return report(StrictJson.read(file));
  }

  /** Reads the JSON's text; {@code name} is shown in messages. */
  public static Report read(String name, String text) throws ConfigException {
    return report(StrictJson.read(name, 1, text));
  }

  private static Report report(JsonValue json) throws ConfigException {
    JsonValue schema = json.need("schema");
    if (!schema.text().equals(ReportJson.SCHEMA)) {
      throw schema.wrong(
          "not a report of the form " + ReportJson.SCHEMA,
          "read it with the version that wrote it");
    }
    json.object(
        Set.of(
            "schema",
            "standingText",
            "provenance",
            "networks",
            "coverage",
            "findings",
            "devices",
            "waivers",
            "since"));
    List<Network> networks = new ArrayList<>();
    for (JsonValue network : json.need("networks").list()) {
      networks.add(SiteJson.network(network));
    }
    List<Report.Entry> entries = new ArrayList<>();
    for (JsonValue device : json.need("devices").list()) {
      entries.add(DeviceReader.entry(device));
    }
    return new Report(
        networks,
        entries,
        findings(json.need("findings")),
        coverage(json.need("coverage")),
        provenance(json.need("provenance")),
        HistoryJson.waivers(json.need("waivers")),
        HistoryJson.since(json.get("since")));
  }

  static List<Finding> findings(JsonValue list) throws ConfigException {
    List<Finding> findings = new ArrayList<>();
    for (JsonValue item : list.list()) {
      findings.add(finding(item));
    }
    return findings;
  }

  private static Finding finding(JsonValue json) throws ConfigException {
    json.object(
        Set.of(
            "id",
            "device",
            "network",
            "regime",
            "regimeName",
            "limb",
            "verdict",
            "because",
            "settle",
            "citation",
            "primaryRead",
            "version",
            "verified",
            "actions",
            "waiver"));
    Optional<JsonValue> device = json.get("device");
    return new Finding(
        json.need("id").text(),
        device.isEmpty() ? Optional.empty() : Optional.of(deviceId(device.get())),
        json.need("network").text(),
        json.need("regime").text(),
        json.need("regimeName").text(),
        json.need("limb").text(),
        json.need("verdict").oneOf(Verdict.class),
        json.need("because").text(),
        json.text("settle"),
        json.need("citation").text(),
        json.need("primaryRead").bool(),
        json.need("version").text(),
        json.need("verified").bool(),
        json.texts("actions"),
        json.text("waiver"));
  }

  static DeviceId deviceId(JsonValue value) throws ConfigException {
    try {
      return new DeviceId(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong("not a device's key", "restore the file that camsweep wrote");
    }
  }

  static Instant instant(JsonValue value) throws ConfigException {
    try {
      return Instant.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.wrong("not a time in UTC", "write it as 2026-11-25T09:00:00Z");
    }
  }

  private static Coverage coverage(JsonValue json) throws ConfigException {
    json.object(Set.of("complete", "networks", "notExamined"));
    List<Coverage.PerNetwork> networks = new ArrayList<>();
    for (JsonValue network : json.need("networks").list()) {
      networks.add(perNetwork(network));
    }
    return new Coverage(networks, json.need("complete").bool(), json.texts("notExamined"));
  }

  private static Coverage.PerNetwork perNetwork(JsonValue json) throws ConfigException {
    json.object(
        Set.of(
            "network",
            "inScope",
            "excluded",
            "answered",
            "present",
            "silent",
            "notAsked",
            "listenedOnly"));
    try {
      return new Coverage.PerNetwork(
          json.need("network").text(),
          BigInteger.valueOf(count(json, "inScope")),
          count(json, "excluded"),
          count(json, "answered"),
          count(json, "present"),
          count(json, "silent"),
          count(json, "notAsked"),
          json.texts("listenedOnly"));
    } catch (IllegalArgumentException e) {
      throw json.wrong(
          "the coverage does not add up: " + e.getMessage(),
          "restore the file that camsweep wrote");
    }
  }

  private static long count(JsonValue json, String key) throws ConfigException {
    return json.need(key).integer(0, Long.MAX_VALUE / 8);
  }

  private static Provenance provenance(JsonValue json) throws ConfigException {
    Set<String> keys = new TreeSet<>(BasisJson.KEYS);
    keys.addAll(
        Set.of(
            "scanId",
            "started",
            "ended",
            "operator",
            "authorisation",
            "marking",
            "commandLine",
            "tool",
            "pack",
            "asOf",
            "interfaces",
            "counters",
            "remarks"));
    json.object(keys);
    Optional<JsonValue> ended = json.get("ended");
    Map<String, Long> counters = new TreeMap<>();
    for (Map.Entry<String, JsonValue> counter : json.need("counters").members().entrySet()) {
      counters.put(counter.getKey(), counter.getValue().integer(0, Long.MAX_VALUE));
    }
    return new Provenance(
        json.need("scanId").text(),
        instant(json.need("started")),
        ended.isEmpty() ? Optional.empty() : Optional.of(instant(ended.get())),
        json.text("operator"),
        SiteJson.authorisation(json.need("authorisation")),
        json.text("marking"),
        json.texts("commandLine"),
        json.need("tool").text(),
        json.need("pack").text(),
        json.need("asOf").text(),
        json.texts("interfaces"),
        counters,
        json.texts("remarks"),
        BasisJson.read(json));
  }
}
