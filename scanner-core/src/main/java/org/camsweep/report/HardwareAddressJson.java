package org.camsweep.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.identify.HardwareAddress;
import org.camsweep.observe.Mac;

/** The JSON form of one hardware address, written and read. */
final class HardwareAddressJson {
  private HardwareAddressJson() {}

  static ObjectNode of(HardwareAddress address) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mac", address.mac().text());
    ReportJson.texts(json.putArray("sources"), address.sources());
    json.put("locallyAdministered", address.locallyAdministered());
    address.registrant().ifPresent(r -> json.put("registrant", r.name()).put("block", r.digits()));
    address.dated().ifPresent(dated -> json.put("registryDated", dated));
    return json;
  }

  static List<HardwareAddress> read(List<JsonValue> list) throws ConfigException {
    List<HardwareAddress> addresses = new ArrayList<>();
    for (JsonValue json : list) {
      json.object(
          Set.of("mac", "sources", "locallyAdministered", "registrant", "block", "registryDated"));
      Optional<String> name = json.text("registrant");
      addresses.add(
          new HardwareAddress(
              new Mac(json.need("mac").text()),
              json.texts("sources"),
              name.isPresent()
                  ? Optional.of(new Registrant(json.need("block").text(), name.get()))
                  : Optional.empty(),
              json.text("registryDated")));
    }
    return addresses;
  }
}
