package org.camsweep.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.YamlValue;

/** The JSON form of a network and of an authorisation. What is absent is left out. */
public final class SiteJson {
  private SiteJson() {}

  public static ObjectNode of(Network network) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("site", network.site()).put("id", network.id());
    blocks(json.putArray("cidrs"), network.cidrs());
    blocks(json.putArray("exclusions"), network.exclusions());
    network.sensitive().ifPresent(reason -> json.put("sensitive", YamlValue.word(reason)));
    json.put("coreNetwork", network.coreNetwork());
    network.control().ifPresent(control -> json.put("control", control));
    ArrayNode ports = json.putArray("ports");
    network.ports().forEach(ports::add);
    json.putObject("pace")
        .put("rate", network.pace().rate())
        .put("hostRate", network.pace().hostRate())
        .put("hostConnections", network.pace().hostConnections());
    ArrayNode regimes = json.putArray("regimes");
    network.regimes().forEach(regimes::add);
    return json;
  }

  /** Reads what {@link #of(Network)} wrote. */
  public static Network network(JsonValue value) throws ConfigException {
    value.object(
        Set.of(
            "site",
            "id",
            "cidrs",
            "exclusions",
            "sensitive",
            "coreNetwork",
            "control",
            "ports",
            "pace",
            "regimes"));
    List<Cidr> cidrs = blocks(value, "cidrs");
    if (cidrs.isEmpty()) {
      throw value.wrong("a network without addresses", "name at least one block under \"cidrs\"");
    }
    Optional<JsonValue> sensitive = value.get("sensitive");
    List<Integer> ports = new ArrayList<>();
    for (JsonValue port : value.list("ports")) {
      ports.add((int) port.integer(1, 65_535));
    }
    return new Network(
        value.need("site").text(),
        value.need("id").text(),
        cidrs,
        blocks(value, "exclusions"),
        sensitive.isEmpty()
            ? Optional.empty()
            : Optional.of(sensitive.get().oneOf(SensitiveReason.class)),
        value.need("coreNetwork").bool(),
        value.text("control"),
        ports,
        pace(value.need("pace")),
        value.texts("regimes"));
  }

  public static ObjectNode of(Authorisation authorisation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    authorisation.reference().ifPresent(v -> json.put("reference", v));
    authorisation.authorisedBy().ifPresent(v -> json.put("authorisedBy", v));
    authorisation.validFrom().ifPresent(v -> json.put("validFrom", v.toString()));
    authorisation.validTo().ifPresent(v -> json.put("validTo", v.toString()));
    authorisation.contact().ifPresent(v -> json.put("contact", v));
    return json;
  }

  /** Reads what {@link #of(Authorisation)} wrote. */
  public static Authorisation authorisation(JsonValue value) throws ConfigException {
    value.object(Set.of("reference", "authorisedBy", "validFrom", "validTo", "contact"));
    return new Authorisation(
        value.text("reference"),
        value.text("authorisedBy"),
        day(value, "validFrom"),
        day(value, "validTo"),
        value.text("contact"));
  }

  private static Pace pace(JsonValue value) throws ConfigException {
    value.object(Set.of("rate", "hostRate", "hostConnections"));
    return new Pace(
        (int) value.need("rate").integer(1, 100_000),
        (int) value.need("hostRate").integer(1, 1_000),
        (int) value.need("hostConnections").integer(1, 16));
  }

  private static Optional<LocalDate> day(JsonValue value, String key) throws ConfigException {
    Optional<JsonValue> day = value.get(key);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day.get().text()));
    } catch (DateTimeParseException e) {
      throw day.get().wrong("'" + key + "' is not a day", "write it as 2026-11-25");
    }
  }

  private static void blocks(ArrayNode into, List<Cidr> blocks) {
    blocks.forEach(block -> into.add(block.toString()));
  }

  private static List<Cidr> blocks(JsonValue value, String key) throws ConfigException {
    List<Cidr> blocks = new ArrayList<>();
    for (JsonValue item : value.list(key)) {
      try {
        blocks.add(Cidr.parse(item.text()));
      } catch (IllegalArgumentException e) {
        throw item.wrong(e.getMessage(), "write a block such as 10.0.0.0/24");
      }
    }
    return blocks;
  }
}
