package org.camsweep.site;

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
    /** For example {@code environment variable CCTV_USER}. */
    public String text() {
      return place.equals("env")
          ? "environment variable " + entry
          : "entry '" + entry + "' of key store " + place;
    }
  }
}
