package org.camsweep.net.syslog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.camsweep.net.OldTls;

/** Whose certificates a log host may show. */
public final class LogTrust {
  private LogTrust() {}

  /** Those that this machine's Java trusts. */
  public static SSLSocketFactory ofJava() {
    OldTls.allow(); // a scan may follow in this process
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  /**
   * Only those that the certificates in a file, PEM, have signed.
   *
   * @throws IOException if the file holds no certificate that can be read
   */
  public static SSLSocketFactory of(Path pem) throws IOException {
    OldTls.allow(); // a scan may follow in this process
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> authorities =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate authority : authorities) {
        trusted.setCertificateEntry("ca-" + number++, authority);
      }
      if (number == 0) {
        throw new IOException("no certificate in it");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate in it", e);
    }
  }
}
