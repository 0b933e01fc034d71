package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.YamlValue;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.JsonText;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;

/** The JSON line of an address: {@code {"a":"10.0.0.5","n":"cctv","o":"answered","p":["http"]}}. */
final class AddressJson {
  private AddressJson() {}

  static String line(AddressLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("a", AddressText.of(line.address()));
    json.put("n", line.network());
    json.put("o", YamlValue.word(line.outcome()));
    ArrayNode probes = json.putArray("p");
    line.probes().forEach(probes::add);
    return JsonText.line(json);
  }

  static AddressLine read(JsonValue json) throws ConfigException {
    json.object(Set.of("a", "n", "o", "p"));
    return new AddressLine(
        address(json.need("a")),
        json.need("n").text(),
        json.need("o").oneOf(AddressOutcome.class),
        new TreeSet<>(json.texts("p")));
  }

  static Address address(JsonValue value) throws ConfigException {
    try {
      return Cidr.address(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong("not an address", "write an IPv4 or IPv6 address, never a name");
    }
  }
}
