package org.camsweep.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.config.ConfigException;

/** Keys that check signatures. Only the two kinds that {@link SigningKey} names are known. */
public final class PublicKeys {
  private static final String ED25519 = "Ed25519";
  private static final String ECDSA = "SHA256withECDSA";
  private static final int MOST_BYTES = 65_536;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private PublicKeys() {}

  /**
   * Reads a public key or a certificate in PEM (RFC 7468).
   *
   * @throws ConfigException if the file holds neither
   */
  public static PublicKey read(Path file) throws ConfigException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new ConfigException(
          file.toString(), 0, "cannot be read", "check the path and its permissions");
    }
    Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.US_ASCII));
    Optional<PublicKey> key = pem.find() ? of(pem.group(1)) : ofCertificate(bytes);
    if (key.isEmpty()) {
      throw new ConfigException(
          file.toString(),
          0,
          "holds no Ed25519 or P-256 public key in PEM",
          "name a file that begins with -----BEGIN PUBLIC KEY----- or a certificate");
    }
    return key.get();
  }

  /** The key in a Base64 SubjectPublicKeyInfo (RFC 5280, 4.1.2.7); empty if it is of no use. */
  static Optional<PublicKey> of(String base64) {
    return of(ED25519, base64).or(() -> of("EC", base64));
  }

  private static Optional<PublicKey> of(String kind, String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      PublicKey key = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
      return algorithm(key).map(a -> key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> ofCertificate(byte[] bytes) {
    try {
      PublicKey key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes))
              .getPublicKey();
      return algorithm(key).map(a -> key);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Java's name of the signature that a key checks; empty for a key that is not used here. */
  static Optional<String> algorithm(PublicKey key) {
    if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals(ED25519)) {
      return Optional.of(ED25519);
    }
    boolean p256 = key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == 256;
    return p256 ? Optional.of(ECDSA) : Optional.empty();
  }

  /** Whether a key made a signature over a message. */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm(key).orElseThrow());
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** SHA-256 of the SubjectPublicKeyInfo, as {@code openssl pkey -pubin -outform DER} writes it. */
  public static String fingerprint(PublicKey key) {
    return FolderFiles.sha256(key.getEncoded());
  }
}
