package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.site.Credential;

/** The JSON form of references to log-ins: where they are kept, never what they are. */
final class CredentialJson {
  private CredentialJson() {}

  static void write(ArrayNode into, Map<String, Credential> byNetwork) {
    byNetwork.forEach(
        (network, credential) -> {
          ObjectNode one = into.addObject();
          one.put("network", network).put("name", credential.name());
          write(one.putObject("username"), credential.username());
          write(one.putObject("password"), credential.password());
        });
  }

  static void write(ObjectNode into, Credential.Reference reference) {
    into.put("place", reference.place()).put("entry", reference.entry());
  }

  static Map<String, Credential> read(Iterable<JsonValue> list) throws ConfigException {
    Map<String, Credential> byNetwork = new TreeMap<>();
    for (JsonValue one : list) {
      one.object(Set.of("network", "name", "username", "password"));
      byNetwork.put(
          one.need("network").text(),
          new Credential(
              one.need("name").text(),
              reference(one.need("username")),
              reference(one.need("password"))));
    }
    return byNetwork;
  }

  static Credential.Reference reference(JsonValue json) throws ConfigException {
    json.object(Set.of("place", "entry"));
    return new Credential.Reference(json.need("place").text(), json.need("entry").text());
  }
}
