package org.camsweep.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;

/**
 * Takes a signing key out of a PKCS#12 file (RFC 7292), or asks a PKCS#11 token for it through
 * Java's own provider. The token keeps its key; only what it signs leaves it.
 */
public final class KeyStoreReader {
  private static final String TOKEN = "pkcs11:";

  private KeyStoreReader() {}

  /**
   * Reads the key that {@code KEYSTORE#ALIAS} names.
   *
   * @param place a PKCS#12 file, or {@code pkcs11:} and the file that configures SunPKCS11; then
   *     {@code #} and the key's alias
   * @param password of the file, or the token's PIN; the caller clears it
   * @throws ConfigException if there is no such key, or it cannot sign
   */
  public static SigningKey read(String place, char[] password) throws ConfigException {
    int hash = place.lastIndexOf('#');
    if (hash <= 0 || hash == place.length() - 1) {
      throw new ConfigException(
          place, 0, "names no key", "write KEYSTORE#ALIAS, for example office.p12#office");
    }
    String store = place.substring(0, hash);
    String alias = place.substring(hash + 1);
    return store.startsWith(TOKEN)
        ? ofToken(store.substring(TOKEN.length()), alias, password)
        : ofFile(store, alias, password);
  }

  private static SigningKey ofFile(String file, String alias, char[] password)
      throws ConfigException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      return key(keys, file, alias, password, Optional.empty());
    } catch (IOException e) {
      boolean locked = e.getCause() instanceof GeneralSecurityException;
      throw new ConfigException(
          file,
          0,
          locked ? "does not open with this password" : "is no PKCS#12 file that can be read",
          locked ? "check CAMSWEEP_SIGN_PASSWORD" : "check the path and its permissions");
    } catch (GeneralSecurityException e) {
      throw new ConfigException(file, 0, "is no PKCS#12 file", "name one that keytool wrote");
    }
  }

  private static SigningKey ofToken(String config, String alias, char[] password)
      throws ConfigException {
    Provider known = Security.getProvider("SunPKCS11");
    if (known == null) {
      throw new ConfigException(
          config, 0, "this Java has no PKCS#11", "use a JDK with jdk.crypto.cryptoki");
    }
    try {
      Provider token = known.configure(config);
      KeyStore keys = KeyStore.getInstance("PKCS11", token);
      keys.load(null, password);
      return key(keys, config, alias, new char[0], Optional.of(token));
    } catch (InvalidParameterException | ProviderException e) {
      throw new ConfigException(
          config, 0, "configures no token", "write it as the guide to SunPKCS11 says");
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigException(
          config, 0, "the token cannot be opened", "check CAMSWEEP_SIGN_PASSWORD, the PIN");
    }
  }

  private static SigningKey key(
      KeyStore keys, String file, String alias, char[] password, Optional<Provider> token)
      throws ConfigException, GeneralSecurityException {
    Key key = keys.getKey(alias, password);
    Certificate certificate = keys.getCertificate(alias);
    if (!(key instanceof PrivateKey secret) || certificate == null) {
      List<String> all = new ArrayList<>(Collections.list(keys.aliases()));
      throw new ConfigException(
          file,
          0,
          "holds no key called '" + alias + "'",
          all.isEmpty() ? "it holds none" : "use one of: " + String.join(", ", all));
    }
    Optional<String> algorithm = PublicKeys.algorithm(certificate.getPublicKey());
    if (algorithm.isEmpty()) {
      throw new ConfigException(
          file,
          0,
          "key '" + alias + "' is neither Ed25519 nor on the curve P-256",
          "make one with 'keytool -genkeypair -keyalg Ed25519'");
    }
    String subject =
        certificate instanceof X509Certificate x509
            ? x509.getSubjectX500Principal().getName()
            : alias;
    return new SigningKey(secret, certificate.getPublicKey(), algorithm.get(), subject, token);
  }
}
