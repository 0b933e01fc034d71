package org.camsweep.interview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import org.camsweep.config.ConfigException;
import org.camsweep.site.Credential;

/**
 * Fetches log-ins from where the site file says they are: environment variables, or secret-key
 * entries of a PKCS#12 key store whose own password is in {@code CAMSWEEP_KEYSTORE_PASSWORD}.
 * Messages name the place, never the secret.
 */
public final class Secrets {
  private static final String STORE_PASSWORD = "CAMSWEEP_KEYSTORE_PASSWORD";

  private final Map<String, String> environment;

  public Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The log-in that the references lead to; the caller closes it.
   *
   * @throws ConfigException if a reference leads nowhere
   */
  public Secret fetch(Credential credential) throws ConfigException {
    String whose = "credentials " + credential.name();
    char[] user = fetch(whose, credential.username());
    char[] password = fetch(whose, credential.password());
    try {
      return new Secret(new String(user), password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /**
   * The secret that one reference leads to; the caller wipes it.
   *
   * @param whose for messages, as {@code credentials cctv}
   * @throws ConfigException if the reference leads nowhere
   */
  public char[] fetch(String whose, Credential.Reference reference) throws ConfigException {
    return reference.place().equals("env")
        ? variable(whose, reference.entry())
        : entry(reference.place(), reference.entry());
  }

  private char[] variable(String whose, String variable) throws ConfigException {
    String value = environment.get(variable);
    if (value == null || value.isEmpty()) {
      throw new ConfigException(
          whose, 0, "the environment has no " + variable, "set it before the scan");
    }
    return value.toCharArray();
  }

  private char[] entry(String file, String alias) throws ConfigException {
    char[] storePassword = variable(file, STORE_PASSWORD);
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, storePassword);
      Key key = store.getKey(alias, storePassword);
      if (key == null) {
        throw new ConfigException(
            file, 0, "no entry '" + alias + "'", "add it with keytool -importpass");
      }
      return new String(key.getEncoded(), StandardCharsets.UTF_8).toCharArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigException(
          file, 0, "the key store cannot be opened", "check the path and " + STORE_PASSWORD);
    } finally {
      Arrays.fill(storePassword, '\0');
    }
  }
}
