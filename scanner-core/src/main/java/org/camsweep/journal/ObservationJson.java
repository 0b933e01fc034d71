package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.YamlValue;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.JsonText;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.AddressText;

/**
 * The JSON line of an observation; {@code docs/observations.md} describes it for those who write
 * one by other means. Facts are grouped by field, in the order in which the fields were first
 * heard.
 */
final class ObservationJson {
  /** The longest line, in bytes. */
  static final int MAX_LINE = 4 * 1024 * 1024;

  static final int MAX_FACTS = 100_000;

  private static final Field CUT_SHORT = Field.of("scan.cut-short");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "address",
          "network",
          "probe",
          "transport",
          "port",
          "via",
          "at",
          "outcome",
          "facts",
          "rawSha256",
          "raw");

  private ObservationJson() {}

  /** The line, never longer than {@link #MAX_LINE}: first the raw bytes give way, then facts. */
  static String line(Observation observation, byte[] raw) {
    String line = raw.length > MAX_LINE / 2 ? "" : text(observation, observation.facts(), raw);
    if (!line.isEmpty() && fits(line)) {
      return line;
    }
    List<Fact> facts = observation.facts();
    line = text(observation, facts, new byte[0]);
    while (!fits(line) || facts.size() > MAX_FACTS) {
      facts = new ArrayList<>(facts.subList(0, Math.min(facts.size() / 2, MAX_FACTS - 1)));
      facts.add(Fact.of(CUT_SHORT, "more facts than a line can hold"));
      line = text(observation, facts, new byte[0]);
    }
    return line;
  }

  private static boolean fits(String line) {
    return line.length() <= MAX_LINE / 3 || line.getBytes(StandardCharsets.UTF_8).length < MAX_LINE;
  }

  private static String text(Observation observation, List<Fact> facts, byte[] raw) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", observation.id());
    json.put("address", AddressText.of(observation.address()));
    observation.network().ifPresent(v -> json.put("network", v));
    json.put("probe", observation.probe().name());
    json.put("transport", observation.endpoint().transport());
    json.put("port", observation.endpoint().port());
    observation.via().ifPresent(v -> json.put("via", v));
    json.put("at", observation.at().toString());
    json.put("outcome", YamlValue.word(observation.outcome()));
    Map<String, ArrayNode> byField = new LinkedHashMap<>();
    for (Fact fact : facts) {
      byField
          .computeIfAbsent(fact.field().name(), f -> JsonNodeFactory.instance.arrayNode())
          .add(fact.value());
    }
    ObjectNode grouped = json.putObject("facts");
    byField.forEach(grouped::set);
    observation.rawSha256().ifPresent(v -> json.put("rawSha256", v));
    if (raw.length > 0) {
      json.put("raw", Base64.getEncoder().encodeToString(raw));
    }
    return JsonText.line(json);
  }

  /** Reads a line; what an outsider may leave out gets its documented default. */
  static Observation read(JsonValue json) throws ConfigException {
    json.object(KEYS);
    Optional<JsonValue> at = json.get("at");
    Optional<JsonValue> outcome = json.get("outcome");
    return new Observation(
        json.text("id").orElse("line-" + json.line()),
        AddressJson.address(json.need("address")),
        json.text("network"),
        probe(json.need("probe")),
        endpoint(json),
        json.text("via"),
        at.isEmpty() ? Instant.EPOCH : HeaderJson.instant(at.get()),
        outcome.isEmpty() ? Outcome.ANSWERED : outcome.get().oneOf(Outcome.class),
        facts(json),
        json.text("rawSha256"));
  }

  /** The raw bytes of a line, empty if it has none. */
  static byte[] raw(JsonValue json) throws ConfigException {
    Optional<JsonValue> raw = json.get("raw");
    try {
      return raw.isEmpty() ? new byte[0] : Base64.getDecoder().decode(raw.get().text());
    } catch (IllegalArgumentException e) {
      throw raw.get().wrong("'raw' is not Base64", "encode the bytes as RFC 4648 section 4 says");
    }
  }

  private static ProbeId probe(JsonValue value) throws ConfigException {
    try {
      return ProbeId.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong("not a probe's name", "write a name such as http; 'camsweep probes'");
    }
  }

  private static Endpoint endpoint(JsonValue json) throws ConfigException {
    Optional<JsonValue> written = json.get("port");
    int port = written.isEmpty() ? 0 : (int) written.get().integer(0, 65_535);
    String transport = json.text("transport").orElse(port == 0 ? "link" : "tcp");
    if (!Set.of("tcp", "udp", "link").contains(transport)) {
      throw json.need("transport").wrong("not a transport", "write tcp, udp or link");
    }
    // A port that was not written down is not known: the endpoint then says no more than the link.
    return port == 0 || transport.equals("link") ? Endpoint.link() : new Endpoint(transport, port);
  }

  private static List<Fact> facts(JsonValue json) throws ConfigException {
    Optional<JsonValue> written = json.get("facts");
    List<Fact> facts = new ArrayList<>();
    if (written.isEmpty()) {
      return facts;
    }
    for (Map.Entry<String, JsonValue> entry : written.get().members().entrySet()) {
      if (entry.getKey().startsWith("x-")) {
        continue;
      }
      JsonValue said = entry.getValue();
      Field field = field(entry.getKey(), said);
      for (JsonValue value : said.isList() ? said.list() : List.of(said)) {
        facts.add(Fact.of(field, value.scalar()));
      }
      if (facts.size() > MAX_FACTS) {
        throw said.wrong("more than " + MAX_FACTS + " facts in a line", "split the observation");
      }
    }
    return facts;
  }

  private static Field field(String name, JsonValue value) throws ConfigException {
    try {
      return Field.of(name);
    } catch (IllegalArgumentException e) {
      throw value.wrong("a fact's name is no field", "write a field such as http.server");
    }
  }
}
