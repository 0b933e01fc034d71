package org.camsweep.net;

import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a TLS peer showed.
 *
 * @param chain DER, leaf first, at most {@value #MOST}: one more than is of use shows that there
 *     are more
 * @param protocol for example {@code TLSv1.2}
 */
record Certificates(List<byte[]> chain, Optional<String> protocol) {
  static final int MOST = 6;

  static final Certificates NONE = new Certificates(List.of(), Optional.empty());

  /** The peer's certificates; none if it showed none that can be read. */
  static Certificates of(SSLSession session) {
    try {
      List<byte[]> chain = new ArrayList<>();
      for (Certificate certificate : session.getPeerCertificates()) {
        if (chain.size() < MOST) {
          chain.add(certificate.getEncoded());
        }
      }
      return new Certificates(List.copyOf(chain), Optional.of(session.getProtocol()));
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return NONE;
    }
  }
}
