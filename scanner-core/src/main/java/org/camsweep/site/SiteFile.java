package org.camsweep.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that a site file says.
 *
 * @param waivers the file of accepted findings, resolved against the site file's folder
 * @param credentials references to log-ins by name
 * @param networkCredentials which network uses which of them, by the network's identifier
 */
public record SiteFile(
    Inspection inspection,
    Optional<Path> waivers,
    Map<String, Credential> credentials,
    Map<String, String> networkCredentials) {
  public SiteFile {
    credentials = Map.copyOf(credentials);
    networkCredentials = Map.copyOf(networkCredentials);
  }

  /** The credentials of a network, if it has any. */
  public Optional<Credential> credentialsOf(String network) {
    return Optional.ofNullable(networkCredentials.get(network)).map(credentials::get);
  }
}
