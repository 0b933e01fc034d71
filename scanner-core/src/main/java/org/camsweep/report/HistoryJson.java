package org.camsweep.report;

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
import org.camsweep.policy.Waiver;

/** JSON of what a report knows from before: waivers given, and changes since. */
final class HistoryJson {
  private HistoryJson() {}

  static ObjectNode of(StandingWaiver waiver) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", waiver.id());
    json.put("state", YamlValue.word(waiver.state()));
    json.put("daysLeft", waiver.daysLeft());
    json.put("covers", waiver.covers());
    json.put("reason", waiver.reason());
    waiver.mitigation().ifPresent(m -> json.put("mitigation", m));
    json.put("approvedBy", waiver.approvedBy());
    json.put("approvedOn", waiver.approvedOn().toString());
    json.put("expires", waiver.expires().toString());
    return json;
  }

  static ObjectNode of(Since since) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("scanId", since.scanId());
    json.put("asOf", since.asOf());
    json.put("pack", since.pack());
    var changes = json.putArray("changes");
    for (Since.Line line : since.changes()) {
      ObjectNode change = changes.addObject();
      change.put("kind", YamlValue.word(line.kind()));
      line.device().ifPresent(device -> change.put("device", device.text()));
      change.put("name", line.name());
      change.put("what", line.what());
    }
    return json;
  }

  static List<StandingWaiver> waivers(JsonValue list) throws ConfigException {
    List<StandingWaiver> waivers = new ArrayList<>();
    for (JsonValue item : list.list()) {
      item.object(
          Set.of(
              "id",
              "state",
              "daysLeft",
              "covers",
              "reason",
              "mitigation",
              "approvedBy",
              "approvedOn",
              "expires"));
      waivers.add(
          new StandingWaiver(
              item.need("id").text(),
              item.need("state").oneOf(Waiver.State.class),
              item.need("daysLeft").integer(-100_000_000L, 100_000_000L),
              item.need("covers").text(),
              item.need("reason").text(),
              item.text("mitigation"),
              item.need("approvedBy").text(),
              day(item.need("approvedOn")),
              day(item.need("expires"))));
    }
    return waivers;
  }

  static Optional<Since> since(Optional<JsonValue> found) throws ConfigException {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonValue json = found.get();
    json.object(Set.of("scanId", "asOf", "pack", "changes"));
    List<Since.Line> changes = new ArrayList<>();
    for (JsonValue item : json.need("changes").list()) {
      item.object(Set.of("kind", "device", "name", "what"));
      Optional<JsonValue> device = item.get("device");
      changes.add(
          new Since.Line(
              item.need("kind").oneOf(Change.Kind.class),
              device.isEmpty()
                  ? Optional.empty()
                  : Optional.of(ReportReader.deviceId(device.get())),
              item.need("name").text(),
              item.need("what").text()));
    }
    return Optional.of(
        new Since(
            json.need("scanId").text(),
            json.need("asOf").text(),
            json.need("pack").text(),
            changes));
  }

  private static LocalDate day(JsonValue value) throws ConfigException {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.wrong("not a day", "write it as 2026-11-25");
    }
  }
}
