package org.camsweep.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads the references to log-ins; a secret written in the file is an error. */
final class CredentialReader {
  private static final String CURE = "write { env: NAME } or { keystore: FILE, alias: NAME }";

  private CredentialReader() {}

  static Map<String, Credential> read(YamlValue credentials, Path folder) throws ConfigException {
    Map<String, Credential> all = new TreeMap<>();
    YamlMap table = credentials.anyMap();
    for (String name : table.keys()) {
      if (!Ids.isOne(name)) {
        throw table.keyWrong(name, "'" + name + "' is not an identifier", Ids.CURE);
      }
      YamlMap one = table.need(name).map(Set.of("username", "password", "maxAttemptsPerDevice"));
      if (one.get("maxAttemptsPerDevice").isPresent()) {
        one.need("maxAttemptsPerDevice").integer(1, 1);
      }
      all.put(
          name,
          new Credential(
              name,
              reference(one.need("username"), folder),
              reference(one.need("password"), folder)));
    }
    return all;
  }

  /** A reference, where a secret is wanted. */
  static Credential.Reference reference(YamlValue value, Path folder) throws ConfigException {
    if (!value.isMap()) {
      throw value.wrong("plain text where a secret belongs at " + value.path(), CURE);
    }
    YamlMap map = value.map(Set.of("env", "keystore", "alias"));
    if (map.get("env").isPresent() == map.get("keystore").isPresent()) {
      throw value.wrong("one of env and keystore is needed at " + value.path(), CURE);
    }
    return map.get("env").isPresent()
        ? new Credential.Reference("env", map.need("env").text())
        : new Credential.Reference(
            keystore(map.need("keystore"), folder), map.need("alias").text());
  }

  /** A relative path starts at the site file's folder. */
  private static String keystore(YamlValue file, Path folder) throws ConfigException {
    try {
      return folder.resolve(file.text()).toString();
    } catch (InvalidPathException e) {
      throw file.wrong("no file can have this name at " + file.path(), "correct the path");
    }
  }
}
