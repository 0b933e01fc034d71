package org.camsweep.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.site.Credential;
import org.camsweep.site.Credential.Reference;
import org.camsweep.site.SnmpAccess;

/**
 * Keeps a result folder from choosing what is sent to whom: a scan that is taken up again uses a
 * secret only if a site file at hand names its place. A folder that somebody else made could name
 * any variable of the environment as a community, and a network of his own.
 */
final class NamedSecrets {
  private NamedSecrets() {}

  /**
   * Checks a scan that is taken up again.
   *
   * @param interviews whether its log-ins are to be used
   * @param snmp whether its keys are
   * @param named places that the site file names
   */
  static void check(Planned planned, boolean interviews, boolean snmp, Collection<Reference> named)
      throws StopException {
    Collection<Credential> logins = interviews ? planned.credentials().values() : List.of();
    Collection<SnmpAccess> keys = snmp ? planned.snmp().values() : List.of();
    Set<Reference> known = named.stream().map(NamedSecrets::whole).collect(Collectors.toSet());
    Optional<Reference> strange =
        Reference.of(logins, keys).stream().filter(r -> !known.contains(whole(r))).findFirst();
    if (strange.isPresent()) {
      throw StopException.wrongUse(
          "the folder says that a log-in or key is in the "
              + strange.get().text()
              + ", and no site file at hand says so",
          "name the site file with --site, or leave them out: --probes=-onvif-interview,-snmp");
    }
  }

  /** The same file is named from several places. */
  private static Reference whole(Reference reference) {
    try {
      return reference.place().equals("env")
          ? reference
          : new Reference(
              Path.of(reference.place()).toAbsolutePath().normalize().toString(),
              reference.entry());
    } catch (InvalidPathException e) {
      return reference; // no site file names a place that no file can have
    }
  }
}
