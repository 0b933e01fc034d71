package org.camsweep.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.interview.Secrets;
import org.camsweep.net.snmp.SnmpKey;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.site.Credential;
import org.camsweep.site.SnmpAccess;

/** The keys of a scan for SNMP, by network, as long as it runs. Wiped when closed. */
final class SnmpKeys implements AutoCloseable {
  private static final int MOST_COMMUNITY = 255;

  private final Map<String, SnmpKey> keys;

  private SnmpKeys(Map<String, SnmpKey> keys) {
    this.keys = keys;
  }

  static SnmpKeys none() {
    return new SnmpKeys(Map.of());
  }

  static boolean wanted(List<String> words, Map<String, SnmpAccess> configured)
      throws StopException {
    return OwnersStage.wanted(
        SnmpProbe.ID.name(),
        words,
        !configured.isEmpty(),
        "a community or a user, and no network in scope has any");
  }

  /**
   * Fetches them.
   *
   * @throws ConfigException if a reference leads nowhere, or to what cannot be a key
   */
  static SnmpKeys fetch(Map<String, SnmpAccess> configured, Map<String, String> environment)
      throws ConfigException {
    Secrets places = new Secrets(environment);
    SnmpKeys all = new SnmpKeys(new TreeMap<>());
    try {
      for (Map.Entry<String, SnmpAccess> one : configured.entrySet()) {
        all.keys.put(one.getKey(), key(places, "snmp of network " + one.getKey(), one.getValue()));
      }
    } catch (ConfigException e) {
      all.close();
      throw e;
    }
    return all;
  }

  private static SnmpKey key(Secrets places, String whose, SnmpAccess access)
      throws ConfigException {
    boolean open = access.version() == SnmpAccess.Version.V2C;
    int most = open ? MOST_COMMUNITY : SnmpKey.MAX_USER;
    char[] name = fetched(places, whose, access.name(), 1, most);
    Optional<char[]> auth = password(places, whose, access.auth());
    Optional<char[]> privacy = password(places, whose, access.privacy());
    try {
      return new SnmpKey(access, name, auth, privacy);
    } finally {
      Arrays.fill(name, '\0');
      auth.ifPresent(a -> Arrays.fill(a, '\0'));
      privacy.ifPresent(p -> Arrays.fill(p, '\0'));
    }
  }

  private static Optional<char[]> password(
      Secrets places, String whose, Optional<SnmpAccess.Lock> lock) throws ConfigException {
    return lock.isEmpty()
        ? Optional.empty()
        : Optional.of(
            fetched(places, whose, lock.get().password(), SnmpKey.MIN_PASSWORD, Integer.MAX_VALUE));
  }

  private static char[] fetched(
      Secrets places, String whose, Credential.Reference reference, int least, int most)
      throws ConfigException {
    char[] secret = places.fetch(whose, reference);
    int octets = StandardCharsets.UTF_8.encode(java.nio.CharBuffer.wrap(secret)).remaining();
    if (octets < least || octets > most) {
      Arrays.fill(secret, '\0');
      throw new ConfigException(
          whose,
          0,
          "what is in " + reference.text() + " is too " + (octets < least ? "short" : "long"),
          octets < least
              ? "SNMPv3 wants passwords of " + least + " characters or more"
              : "use one of " + most + " octets or less");
    }
    return secret;
  }

  Map<String, SnmpKey> byNetwork() {
    return keys;
  }

  @Override
  public void close() {
    keys.values().forEach(SnmpKey::close);
  }
}
