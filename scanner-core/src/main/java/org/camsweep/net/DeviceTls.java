package org.camsweep.net;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS as cameras speak it: self-signed certificates, and protocols and keys that were given up
 * years ago. It is used to read what a device shows without a login, never to protect a secret:
 * whoever sends one restricts the engine's protocols again.
 */
final class DeviceTls {
  private final SSLContext context;

  private DeviceTls(SSLContext context) {
    this.context = context;
  }

  static DeviceTls create() {
    OldTls.allow();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAny()}, null);
      return new DeviceTls(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  SSLEngine engine() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(
        Stream.of(engine.getSupportedProtocols())
            .filter(p -> !p.equals("SSLv2Hello"))
            .toArray(String[]::new));
    engine.setEnabledCipherSuites(
        Stream.of(engine.getSupportedCipherSuites())
            .filter(s -> !s.contains("_anon_") && !s.contains("_NULL_"))
            .toArray(String[]::new));
    return engine;
  }

  /** Believes any certificate: it is evidence to record, not a peer to trust. */
  private static final class TrustAny extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
