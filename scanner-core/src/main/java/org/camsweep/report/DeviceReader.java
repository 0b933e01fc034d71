package org.camsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.device.Device;
import org.camsweep.device.Join;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.EvidenceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.identify.Level;
import org.camsweep.observe.Asked;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Reads what {@link DeviceJson} wrote. */
final class DeviceReader {
  private static final String CURE = "restore the file that camsweep wrote";

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "addresses",
          "mac",
          "macSource",
          "hardwareAddresses",
          "network",
          "kind",
          "kindDetail",
          "brand",
          "maker",
          "model",
          "serial",
          "firmware",
          "level",
          "relabelled",
          "candidates",
          "rule",
          "settle",
          "evidence",
          "exposures",
          "joins",
          "interview",
          "remarks",
          "exchanges",
          "asked",
          "answers",
          "findings");

  private DeviceReader() {}

  static Report.Entry entry(JsonValue json) throws ConfigException {
    json.object(KEYS);
    try {
      Optional<JsonValue> interview = json.get("interview");
      return new Report.Entry(
          device(json),
          identification(json),
          HardwareAddressJson.read(json.list("hardwareAddresses")),
          ExposureJson.read(json.list("exposures")),
          ReportReader.findings(json.need("findings")),
          interview.isEmpty() ? Optional.empty() : Optional.of(InterviewJson.read(interview.get())),
          exchanges(json.need("exchanges")),
          asked(json),
          json.texts("remarks"));
    } catch (IllegalArgumentException e) {
      throw json.wrong(e.getMessage(), CURE);
    }
  }

  private static Optional<Asked> asked(JsonValue json) throws ConfigException {
    if (json.get("asked").isEmpty()) {
      return Optional.empty();
    }
    JsonValue asked = json.need("asked").object(Set.of("questions", "packets"));
    Map<String, Long> questions = new TreeMap<>();
    for (Map.Entry<String, JsonValue> one : asked.need("questions").members().entrySet()) {
      questions.put(one.getKey(), one.getValue().integer(0, Integer.MAX_VALUE));
    }
    return Optional.of(new Asked(questions, asked.need("packets").integer(0, Long.MAX_VALUE)));
  }

  private static Map<String, Integer> exchanges(JsonValue json) throws ConfigException {
    Map<String, Integer> exchanges = new TreeMap<>();
    for (Map.Entry<String, JsonValue> one : json.members().entrySet()) {
      exchanges.put(one.getKey(), (int) one.getValue().integer(0, Integer.MAX_VALUE));
    }
    return exchanges;
  }

  private static Device device(JsonValue json) throws ConfigException {
    List<Address> addresses = new ArrayList<>();
    for (JsonValue address : json.need("addresses").list()) {
      addresses.add(Cidr.address(address.text()));
    }
    List<Join> joins = new ArrayList<>();
    for (JsonValue join : json.list("joins")) {
      join.object(Set.of("reason", "value"));
      joins.add(new Join(join.need("reason").text(), join.need("value").text()));
    }
    Optional<String> network = json.text("network");
    List<Observation> answers = new ArrayList<>();
    for (JsonValue answer : json.list("answers")) {
      answers.add(answer(answer, network));
    }
    return new Device(
        ReportReader.deviceId(json.need("id")),
        addresses,
        network,
        json.text("mac").map(Mac::new),
        json.text("macSource"),
        answers,
        joins);
  }

  private static Identification identification(JsonValue json) throws ConfigException {
    Optional<JsonValue> maker = json.get("maker");
    List<Maker> candidates = new ArrayList<>();
    for (JsonValue candidate : json.list("candidates")) {
      candidates.add(maker(candidate));
    }
    List<Evidence> supporting = new ArrayList<>();
    List<Evidence> contrary = new ArrayList<>();
    for (JsonValue evidence : json.list("evidence")) {
      (evidence.need("side").text().equals("for") ? supporting : contrary).add(evidence(evidence));
    }
    return new Identification(
        json.need("kindDetail").oneOf(DeviceKind.class),
        json.need("level").oneOf(Level.class),
        maker.isEmpty() ? Optional.empty() : Optional.of(maker(maker.get())),
        candidates,
        json.text("brand"),
        json.text("model"),
        json.text("serial"),
        json.text("firmware"),
        supporting,
        contrary,
        json.need("rule").text(),
        json.text("settle"));
  }

  private static Maker maker(JsonValue json) throws ConfigException {
    json.object(
        Set.of(
            "id",
            "name",
            "jurisdiction",
            "jurisdictionVerified",
            "jurisdictionSource",
            "parent",
            "tradeNames",
            "buildsHardware"));
    return new Maker(
        json.need("id").text(),
        json.need("name").text(),
        List.of(),
        json.text("jurisdiction"),
        json.need("jurisdictionVerified").bool(),
        json.text("jurisdictionSource"),
        json.text("parent"),
        json.texts("tradeNames"),
        json.need("buildsHardware").bool(),
        List.of());
  }

  private static Evidence evidence(JsonValue json) throws ConfigException {
    json.object(
        Set.of(
            "signature",
            "field",
            "value",
            "kind",
            "observation",
            "side",
            "maker",
            "brand",
            "verified"));
    return new Evidence(
        json.need("signature").text(),
        json.need("field").text(),
        json.need("value").text(),
        json.need("kind").oneOf(EvidenceKind.class),
        json.need("observation").text(),
        json.text("maker"),
        json.text("brand"),
        json.need("verified").bool());
  }

  private static Observation answer(JsonValue json, Optional<String> network)
      throws ConfigException {
    json.object(
        Set.of("id", "address", "probe", "transport", "port", "via", "at", "outcome", "rawSha256"));
    return new Observation(
        json.need("id").text(),
        Cidr.address(json.need("address").text()),
        network,
        ProbeId.of(json.need("probe").text()),
        new Endpoint(json.need("transport").text(), (int) json.need("port").integer(0, 65_535)),
        json.text("via"),
        ReportReader.instant(json.need("at")),
        json.need("outcome").oneOf(Outcome.class),
        List.of(),
        json.text("rawSha256"));
  }
}
