package org.camsweep.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Makes the devices' certificates when the site starts, so that no private key is kept in a file.
 * One key serves all devices. The JDK has no public way to make a certificate, hence {@link Der};
 * the structure is RFC 5280 §4.1, version 1: no extensions.
 */
final class DemoCertificate {
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "CN", "2.5.4.3",
          "serialNumber", "2.5.4.5",
          "C", "2.5.4.6",
          "L", "2.5.4.7",
          "ST", "2.5.4.8",
          "O", "2.5.4.10",
          "OU", "2.5.4.11");
  private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
  private static final LocalDate TO = LocalDate.of(2041, 2, 24);

  private final KeyPair pair;
  private long serial = 0x5ca17e00L;

  DemoCertificate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
  }

  /** The TLS side of a device whose certificate bears these names. */
  SSLContext serverFor(DemoDevice.Names names, Words words)
      throws GeneralSecurityException, IOException {
    char[] secret = "demo".toCharArray(); // in memory only
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, secret);
    Certificate certificate = make(names, words);
    store.setKeyEntry("device", pair.getPrivate(), secret, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Certificate make(DemoDevice.Names names, Words words) throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.nothing());
    byte[] body =
        Der.sequence(
            Der.integer(serial++),
            algorithm,
            name(names.issuer(), words),
            Der.sequence(Der.day(FROM), Der.day(TO)),
            name(names.subject(), words),
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(body);
    byte[] whole = Der.sequence(body, algorithm, Der.bits(signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] name(List<String> attributes, Words words) {
    return Der.sequence(
        attributes.stream()
            .map(
                attribute -> {
                  String[] parts = attribute.split("=", 2);
                  byte[] type = Der.oid(ATTRIBUTES.get(parts[0]));
                  return Der.set(Der.sequence(type, Der.text(words.fill(parts[1]))));
                })
            .toArray(byte[][]::new));
  }
}
