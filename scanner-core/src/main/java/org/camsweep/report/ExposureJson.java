package org.camsweep.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Says;
import org.camsweep.exposure.Sight;
import org.camsweep.exposure.Sign;
import org.camsweep.exposure.Topic;

/** The JSON form of what was seen of one topic at one device, written and read. */
final class ExposureJson {
  private ExposureJson() {}

  static ObjectNode of(Exposure exposure) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("topic", Words.of(exposure.topic()));
    json.put("sight", Words.of(exposure.sight()));
    ArrayNode signs = json.putArray("signs");
    for (Sign sign : exposure.signs()) {
      ObjectNode one = signs.addObject();
      one.put("rule", sign.rule());
      one.put("observation", sign.observation());
      one.put("field", sign.field());
      one.put("value", sign.value());
      one.put("says", Words.of(sign.says()));
      one.put("means", sign.means());
      one.put("verified", sign.verified());
    }
    exposure.open().ifPresent(open -> json.put("open", open));
    return json;
  }

  static List<Exposure> read(List<JsonValue> list) throws ConfigException {
    List<Exposure> exposures = new ArrayList<>();
    for (JsonValue json : list) {
      json.object(Set.of("topic", "sight", "signs", "open"));
      List<Sign> signs = new ArrayList<>();
      for (JsonValue sign : json.list("signs")) {
        signs.add(sign(sign));
      }
      exposures.add(
          new Exposure(
              json.need("topic").oneOf(Topic.class),
              json.need("sight").oneOf(Sight.class),
              signs,
              json.text("open")));
    }
    return exposures;
  }

  private static Sign sign(JsonValue json) throws ConfigException {
    json.object(Set.of("rule", "observation", "field", "value", "says", "means", "verified"));
    return new Sign(
        json.need("rule").text(),
        json.need("observation").text(),
        json.need("field").text(),
        json.need("value").text(),
        json.need("says").oneOf(Says.class),
        json.need("means").text(),
        json.need("verified").bool());
  }
}
