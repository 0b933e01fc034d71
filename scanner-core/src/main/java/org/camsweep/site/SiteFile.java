package org.camsweep.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a site file says.
 *
 * @param waivers the file of accepted findings, resolved against the site file's folder
 * @param credentials references to log-ins by name
 * @param networkCredentials which network uses which of them, by the network's identifier
 * @param networkSnmp where the keys of networks are kept that may be read by SNMP, likewise
 */
public record SiteFile(
    Inspection inspection,
    Optional<Path> waivers,
    Map<String, Credential> credentials,
    Map<String, String> networkCredentials,
    Map<String, SnmpAccess> networkSnmp) {
  public SiteFile {
    credentials = Map.copyOf(credentials);
    networkCredentials = Map.copyOf(networkCredentials);
    networkSnmp = Map.copyOf(networkSnmp);
  }

  /**
   * Where all its secrets are kept, each place once, whether a network uses it or not: log-ins by
   * their names, then keys by their networks'.
   */
  public Set<Credential.Reference> secrets() {
    return Credential.Reference.of(
        new TreeMap<>(credentials).values(), new TreeMap<>(networkSnmp).values());
  }

  /** The credentials of a network, if it has any. */
  public Optional<Credential> credentialsOf(String network) {
    return Optional.ofNullable(networkCredentials.get(network)).map(credentials::get);
  }
}
