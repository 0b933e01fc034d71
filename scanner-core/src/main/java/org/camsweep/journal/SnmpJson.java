package org.camsweep.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.JsonValue;
import org.camsweep.config.YamlValue;
import org.camsweep.site.SnmpAccess;

/** The JSON form of where the keys to a scan's networks are kept for SNMP. No secret is in it. */
final class SnmpJson {
  private SnmpJson() {}

  static void write(ArrayNode into, Map<String, SnmpAccess> byNetwork) {
    byNetwork.forEach(
        (network, access) -> {
          ObjectNode one = into.addObject();
          one.put("network", network).put("version", YamlValue.word(access.version()));
          CredentialJson.write(one.putObject("name"), access.name());
          access.auth().ifPresent(lock -> write(one.putObject("auth"), lock));
          access.privacy().ifPresent(lock -> write(one.putObject("privacy"), lock));
        });
  }

  private static void write(ObjectNode into, SnmpAccess.Lock lock) {
    into.put("algorithm", YamlValue.word(lock.algorithm()));
    CredentialJson.write(into.putObject("password"), lock.password());
  }

  static Map<String, SnmpAccess> read(Iterable<JsonValue> list) throws ConfigException {
    Map<String, SnmpAccess> byNetwork = new TreeMap<>();
    for (JsonValue one : list) {
      one.object(Set.of("network", "version", "name", "auth", "privacy"));
      try {
        byNetwork.put(
            one.need("network").text(),
            new SnmpAccess(
                one.need("version").oneOf(SnmpAccess.Version.class),
                CredentialJson.reference(one.need("name")),
                lock(one.get("auth")),
                lock(one.get("privacy"))));
      } catch (IllegalArgumentException e) {
        throw one.wrong(String.valueOf(e.getMessage()), "scan anew");
      }
    }
    return byNetwork;
  }

  private static Optional<SnmpAccess.Lock> lock(Optional<JsonValue> json) throws ConfigException {
    if (json.isEmpty()) {
      return Optional.empty();
    }
    json.get().object(Set.of("algorithm", "password"));
    return Optional.of(
        new SnmpAccess.Lock(
            json.get().need("algorithm").oneOf(SnmpAccess.Algorithm.class),
            CredentialJson.reference(json.get().need("password"))));
  }
}
