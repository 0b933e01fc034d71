package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.observe.Asked;
import org.camsweep.observe.JsonText;
import org.camsweep.site.AddressText;

/** The JSON line of what was sent: {@code {"a":"10.0.0.5","q":{"http":7,"wsd":1},"k":52}}. */
final class AskedJson {
  private AskedJson() {}

  static String line(AskedLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("a", AddressText.of(line.address()));
    ObjectNode questions = json.putObject("q");
    line.asked().questions().forEach(questions::put);
    json.put("k", line.asked().packets());
    return JsonText.line(json);
  }

  static AskedLine read(JsonValue json) throws ConfigException {
    json.object(Set.of("a", "q", "k"));
    Map<String, Long> questions = new TreeMap<>();
    for (Map.Entry<String, JsonValue> one : json.need("q").members().entrySet()) {
      questions.put(one.getKey(), one.getValue().integer(0, Integer.MAX_VALUE));
    }
    long packets = json.need("k").integer(0, Integer.MAX_VALUE);
    return new AskedLine(AddressJson.address(json.need("a")), new Asked(questions, packets));
  }
}
