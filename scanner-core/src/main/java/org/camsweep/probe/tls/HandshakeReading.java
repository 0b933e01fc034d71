package org.camsweep.probe.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.CertificateFacts;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Step;

/**
 * A server's first flight in clear (RFC 5246 §6.2, §7.4): records joined, ServerHello and
 * Certificate read, as far as they came.
 */
final class HandshakeReading {
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int CERTIFICATE = 11;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int MAX_CHAIN = 5;
  private static final int MAX_EXTENSIONS = 32;

  private final List<byte[]> chain = new ArrayList<>();
  private Optional<String> protocol = Optional.empty();
  private int alert = -1;
  private boolean certificateSeen;

  private HandshakeReading() {}

  static HandshakeReading of(byte[] bytes) {
    HandshakeReading reading = new HandshakeReading();
    reading.messages(Octets.of(reading.records(Octets.of(bytes))));
    return reading;
  }

  /** Complete at an alert, or when the certificate message is whole. */
  static boolean complete(byte[] bytes, int length) {
    HandshakeReading reading = of(Arrays.copyOf(bytes, length));
    return reading.alert >= 0 || reading.certificateSeen;
  }

  private byte[] records(Octets in) {
    ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    int at = 0;
    while (in.holds(at, 5) && in.u8(at + 1) == 3) {
      int type = in.u8(at);
      int length = in.be16(at + 3);
      if (type == HANDSHAKE) {
        handshake.writeBytes(in.slice(at + 5, length));
      } else if (type == ALERT && length == 2 && in.holds(at + 5, 2)) {
        alert = in.u8(at + 6);
      }
      at += 5 + length;
    }
    return handshake.toByteArray();
  }

  private void messages(Octets in) {
    int at = 0;
    while (in.holds(at, 4)) {
      int length = in.be24(at + 1);
      if (in.u8(at) == SERVER_HELLO) {
        protocol = version(agreed(in, at + 4, at + 4 + length));
      } else if (in.u8(at) == CERTIFICATE) {
        certificateSeen = in.holds(at + 4, length);
        certificates(in, at + 7, at + 4 + length);
      }
      at += 4 + length;
    }
  }

  private void certificates(Octets in, int from, int end) {
    int at = from;
    while (at + 3 <= end && chain.size() < MAX_CHAIN) {
      int length = in.be24(at);
      if (length <= 0 || !in.holds(at + 3, length)) {
        return;
      }
      chain.add(in.slice(at + 3, length));
      at += 3 + length;
    }
  }

  /**
   * The version that a ServerHello agrees to: TLS 1.3 says it in an extension (RFC 8446 §4.2.1).
   */
  private static int agreed(Octets in, int from, int end) {
    int at = from + 35 + Math.max(0, in.u8(from + 34)) + 3;
    int extensions = Math.min(end, at + 2 + Math.max(0, in.be16(at)));
    at += 2;
    for (int i = 0; i < MAX_EXTENSIONS && at + 4 <= extensions; i++) {
      int length = in.be16(at + 2);
      if (in.be16(at) == SUPPORTED_VERSIONS && length == 2 && in.holds(at + 4, 2)) {
        return in.be16(at + 4);
      }
      at += 4 + Math.max(0, length);
    }
    return in.be16(from);
  }

  private static Optional<String> version(int number) {
    return switch (number) {
      case 0x0300 -> Optional.of("SSLv3");
      case 0x0301 -> Optional.of("TLSv1");
      case 0x0302 -> Optional.of("TLSv1.1");
      case 0x0303 -> Optional.of("TLSv1.2");
      case 0x0304 -> Optional.of("TLSv1.3");
      default -> Optional.empty();
    };
  }

  Step step(Heard.Reply reply) {
    if (reply.bytes().length == 0) {
      return Step.ended(Outcome.SILENT);
    }
    FactSheet sheet = new FactSheet();
    CertificateFacts.addTo(sheet, chain, protocol);
    sheet.add(TlsProbe.ALERT, alert);
    return sheet.step(reply, List.of());
  }
}
