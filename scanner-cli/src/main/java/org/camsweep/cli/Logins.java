package org.camsweep.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.interview.Secret;
import org.camsweep.interview.Secrets;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Credential;

/** The log-ins of a scan, by network, as long as it runs. Wiped when closed. */
final class Logins implements AutoCloseable {
  private static final String NAME = InterviewProbe.ID.name();

  private final Map<String, Secret> secrets;

  private Logins(Map<String, Secret> secrets) {
    this.secrets = secrets;
  }

  static Logins none() {
    return new Logins(Map.of());
  }

  /**
   * Fetches them, each reference once.
   *
   * @throws ConfigException if a reference leads nowhere
   */
  static Logins fetch(Map<String, Credential> credentials, Map<String, String> environment)
      throws ConfigException {
    Secrets places = new Secrets(environment);
    Map<Credential, Secret> fetched = new HashMap<>();
    Map<String, Secret> byNetwork = new TreeMap<>();
    for (Map.Entry<String, Credential> one : credentials.entrySet()) {
      Secret secret = fetched.get(one.getValue());
      if (secret == null) {
        secret = places.fetch(one.getValue());
        fetched.put(one.getValue(), secret);
      }
      byNetwork.put(one.getKey(), secret);
    }
    return new Logins(byNetwork);
  }

  /**
   * Whether the words of {@code --probes} leave the interview on, which the site file switches on.
   *
   * @throws StopException if they ask for it and no network in scope has credentials
   */
  static boolean wanted(List<String> words, Map<String, Credential> credentials)
      throws StopException {
    return OwnersStage.wanted(
        NAME, words, !credentials.isEmpty(), "credentials, and no network in scope has any");
  }

  /** The probes that the edge runs. */
  static List<Probe> without(List<Probe> chosen) {
    return chosen.stream()
        .filter(p -> !p.id().equals(InterviewProbe.ID) && !p.id().equals(SnmpProbe.ID))
        .toList();
  }

  Map<String, Secret> secrets() {
    return secrets;
  }

  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }
}
