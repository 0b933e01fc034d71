package org.camsweep.probe.tls;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.CertificateFacts;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/**
 * A ClientHello (RFC 2246, 4346, 5246) that offers SSL 3.0 to TLS 1.2 with the ciphers of thirty
 * years, and the certificate that the server then sends in clear. The handshake is never finished:
 * nothing is agreed, nothing protected. Asked only where the ordinary TLS question brought no
 * certificate. A TLS 1.3-only server answers with an alert.
 */
public final class TlsProbe implements Probe.Unicast {
  static final Field ALERT = Field.of("tls.alert");
  private static final ProbeId ID = ProbeId.of("tls");

  /** ECDHE, DHE and RSA with AES, then 3DES, RC4, DES and the 512-bit export suites. */
  private static final byte[] CIPHERS =
      Octets.hex(
          "c02c c02b c030 c02f c024 c023 c028 c027 c00a c009 c014 c013 009f 009e 006b 0067 0039 0033"
              + "009d 009c 003d 003c 0035 002f 0088 0084 0045 0041 c012 c008 0016 000a c011 c007"
              + "0005 0004 0015 0009 0014 0008 0006 0003 00ff");

  /** Groups, point formats and signature algorithms down to MD5 with RSA. */
  private static final byte[] EXTENSIONS =
      Octets.hex(
          "000a 000a 0008 0017 0018 0019 0016  000b 0002 0100"
              + "000d 0018 0016 0403 0503 0603 0401 0501 0601 0301 0303 0201 0203 0101 0202");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "TLS certificate of servers that speak only SSL 3.0 to TLS 1.2",
        "unicast, where HTTPS brought no certificate",
        "tcp 443, 8443",
        Confidence.SOLID,
        true,
        List.of(Shown.bytes(hello(new UUID(0, 0)))));
  }

  @Override
  public Set<Field> fields() {
    Set<Field> fields = new HashSet<>(CertificateFacts.fields());
    fields.add(ALERT);
    return Set.copyOf(fields);
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    if (stage != Stage.INTERVIEW) {
      return List.of();
    }
    Set<Integer> ports = new TreeSet<>(ObservedPorts.web(target.network()));
    ports.removeIf(p -> !ObservedPorts.isTls(p) || hasCertificate(known, p));
    return ports.stream().limit(2).map(p -> hello(p, messageId)).toList();
  }

  private static boolean hasCertificate(List<Observation> known, int port) {
    return known.stream()
        .filter(o -> o.endpoint().transport().equals("tcp") && o.endpoint().port() == port)
        .anyMatch(o -> o.first(Field.of("tls.sha256")).isPresent());
  }

  private static Ask hello(int port, UUID messageId) {
    return new Ask.Exchange(
        port,
        false,
        hello(messageId),
        HandshakeReading::complete,
        32 * 1024,
        Duration.ofSeconds(6));
  }

  /** One record with one ClientHello; its 32 random bytes come from the message identifier. */
  static byte[] hello(UUID messageId) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(Octets.hex("0303"));
    for (int i = 0; i < 2; i++) {
      put(body, messageId.getMostSignificantBits(), 8);
      put(body, messageId.getLeastSignificantBits() + i, 8);
    }
    body.write(0);
    put(body, CIPHERS.length, 2);
    body.writeBytes(CIPHERS);
    body.writeBytes(Octets.hex("01 00"));
    put(body, EXTENSIONS.length, 2);
    body.writeBytes(EXTENSIONS);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(Octets.hex("16 0301"));
    put(record, body.size() + 4, 2);
    record.write(1);
    put(record, body.size(), 3);
    record.writeBytes(body.toByteArray());
    return record.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, long value, int octets) {
    for (int i = octets - 1; i >= 0; i--) {
      out.write((int) (value >>> (8 * i)));
    }
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(r -> HandshakeReading.of(r.bytes()).step(r), Step::without, Step::without);
  }
}
