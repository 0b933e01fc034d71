package org.camsweep.site;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/** Reads a network's {@code snmp} entry. What is weaker than it could be must be written out. */
final class SnmpAccessReader {
  private static final String NONE = "none";
  private static final Set<String> OF_2C = Set.of("version", "community");
  private static final Set<String> OF_3 =
      Set.of("version", "user", "auth", "authPassword", "privacy", "privacyPassword");

  private enum Auth {
    SHA,
    SHA_256
  }

  private enum Privacy {
    AES_128
  }

  private SnmpAccessReader() {}

  static SnmpAccess read(YamlValue value, Path folder) throws ConfigException {
    YamlValue version = value.anyMap().need("version");
    if (version.text().equals("2c")) {
      YamlMap map = value.map(OF_2C);
      return new SnmpAccess(
          SnmpAccess.Version.V2C,
          CredentialReader.reference(map.need("community"), folder),
          Optional.empty(),
          Optional.empty());
    }
    if (!version.text().equals("3")) {
      throw version.wrong(
          "SNMP version '" + version.text() + "' is not asked at " + version.path(),
          "write version: 3, or version: 2c, whose community travels in clear");
    }
    YamlMap map = value.map(OF_3);
    Credential.Reference user = CredentialReader.reference(map.need("user"), folder);
    Optional<SnmpAccess.Lock> auth = Optional.empty();
    if (stated(map, "auth", "authPassword", "sha-256, sha")) {
      SnmpAccess.Algorithm algorithm =
          map.need("auth").oneOf(Auth.class) == Auth.SHA
              ? SnmpAccess.Algorithm.SHA
              : SnmpAccess.Algorithm.SHA_256;
      auth = Optional.of(lock(algorithm, map.need("authPassword"), folder));
    }
    Optional<SnmpAccess.Lock> privacy = Optional.empty();
    if (stated(map, "privacy", "privacyPassword", "aes-128")) {
      map.need("privacy").oneOf(Privacy.class);
      if (auth.isEmpty()) {
        throw map.keyWrong(
            "privacy",
            "privacy without authentication, which SNMPv3 does not have",
            "write auth: sha-256 with an authPassword, or privacy: none");
      }
      privacy =
          Optional.of(lock(SnmpAccess.Algorithm.AES_128, map.need("privacyPassword"), folder));
    }
    return new SnmpAccess(SnmpAccess.Version.V3, user, auth, privacy);
  }

  /** Whether a kind of protection is wanted; its absence has to be written as {@code none}. */
  private static boolean stated(YamlMap map, String key, String password, String kinds)
      throws ConfigException {
    if (map.get(key).isEmpty()) {
      throw map.self()
          .wrong(
              "'" + key + "' is missing at " + map.self().path(),
              "write " + key + ": " + kinds + ", or none if the devices have none");
    }
    if (!map.need(key).text().equals(NONE)) {
      return true;
    }
    if (map.get(password).isPresent()) {
      throw map.keyWrong(
          password, "a password, but " + key + " is none", "remove it, or write what it is for");
    }
    return false;
  }

  private static SnmpAccess.Lock lock(
      SnmpAccess.Algorithm algorithm, YamlValue password, Path folder) throws ConfigException {
    return new SnmpAccess.Lock(algorithm, CredentialReader.reference(password, folder));
  }
}
