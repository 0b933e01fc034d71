package org.camsweep.site;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the owner's log-in for an inspection is kept. The site file holds references only, never
 * the secret.
 *
 * @param name how networks refer to it
 * @param username where the user name is
 * @param password where the password is
 */
public record Credential(String name, Reference username, Reference password) {
  /**
   * A place outside the site file.
   *
   * @param place {@code env} for an environment variable, or the path of a key store
   * @param entry the variable's name, or the alias in the key store
   */
  public record Reference(String place, String entry) {
    /** All places that these name, each once. */
    public static Set<Reference> of(Collection<Credential> logins, Collection<SnmpAccess> keys) {
      Set<Reference> all = new LinkedHashSet<>();
      for (Credential login : logins) {
        all.add(login.username());
        all.add(login.password());
      }
      for (SnmpAccess key : keys) {
        all.add(key.name());
        key.auth().ifPresent(lock -> all.add(lock.password()));
        key.privacy().ifPresent(lock -> all.add(lock.password()));
      }
      return all;
    }

    /** For example {@code environment variable CCTV_USER}. */
    public String text() {
      return place.equals("env")
          ? "environment variable " + entry
          : "entry '" + entry + "' of key store " + place;
    }
  }
}
