package org.camsweep.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Certificates;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class TlsProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new TlsProbe();
  }

  private static Ask.Exchange ask() {
    return new TlsProbe()
        .open(Probe.Stage.INTERVIEW, target(), List.of(), ID)
        .get(0)
        .fold(d -> null, e -> e, h -> null);
  }

  private static void put(ByteArrayOutputStream out, int value, int octets) {
    for (int i = octets - 1; i >= 0; i--) {
      out.write(value >>> (8 * i));
    }
  }

  /** A first flight of TLS 1.0, the certificate spread over small records. */
  private static byte[] flight(int version) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    messages.writeBytes(Octets.hex("02 000026"));
    put(messages, version, 2);
    messages.writeBytes(new byte[33]);
    messages.writeBytes(Octets.hex("000a 00"));
    byte[] certificate = Certificates.acme();
    messages.write(11);
    put(messages, certificate.length + 6, 3);
    put(messages, certificate.length + 3, 3);
    put(messages, certificate.length, 3);
    messages.writeBytes(certificate);
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    byte[] all = messages.toByteArray();
    for (int at = 0; at < all.length; at += 300) {
      byte[] part = Arrays.copyOfRange(all, at, Math.min(at + 300, all.length));
      records.write(0x16);
      put(records, version, 2);
      put(records, part.length, 2);
      records.writeBytes(part);
    }
    return records.toByteArray();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        reply(ask(), flight(0x0301)),
        reply(ask(), flight(0x0300)),
        reply(ask(), Octets.hex("15 0301 0002 02 46")));
  }

  @Override
  protected List<org.camsweep.observe.Observation> known() {
    return List.of();
  }

  @Test
  void readsTheCertificateOfAnOldServer() {
    assertThat(said(recordings().get(0), "tls.protocol")).containsExactly("TLSv1");
    assertThat(said(recordings().get(0), "tls.key")).containsExactly("RSA 1024");
    assertThat(said(recordings().get(1), "tls.protocol")).containsExactly("SSLv3");
    assertThat(said(recordings().get(2), "tls.alert")).containsExactly("70");
  }

  @Test
  void isCompleteWhenTheCertificateIsWhole() {
    byte[] flight = flight(0x0301);
    assertThat(ask().framing().complete(flight, flight.length - 1)).isFalse();
    assertThat(ask().framing().complete(flight, flight.length)).isTrue();
  }

  @Test
  void theHelloIsWellFormedAndItsRandomComesFromTheMessage() {
    Octets hello = Octets.of(ask().payload());
    assertThat(hello.startsWith(0x16, 3, 1)).isTrue();
    assertThat(hello.be16(3)).isEqualTo(hello.size() - 5);
    assertThat(hello.be24(6)).isEqualTo(hello.size() - 9);
    assertThat(TlsProbe.hello(ID)).isEqualTo(ask().payload());
  }

  @Test
  void asksOnlyWhereNoCertificateWasSeen() {
    Probe.Unicast probe = new TlsProbe();
    assertThat(probe.open(Probe.Stage.ASK, target(), List.of(), ID)).isEmpty();
    assertThat(
            probe
                .open(
                    Probe.Stage.INTERVIEW,
                    target(),
                    List.of(heardBy("http", Endpoint.tcp(443), "tls.sha256", "00")),
                    ID)
                .stream()
                .map(a -> a.endpoint().port()))
        .containsExactly(8443);
    assertThat(probe.hear(reply(ask(), "")).outcome()).isEqualTo(Outcome.SILENT);
  }

  /** RFC 8446 §4.1.3: the version is in an extension, and the old place says 1.2. */
  @Test
  void aServerHelloOfTls13IsNotTakenFor12() {
    byte[] hello =
        Octets.hex(
            "16 0303 0034 02 000030 0303"
                + "00".repeat(32)
                + "00 1301 00 0008"
                + "002b 0002 0304"
                + "0000");
    assertThat(said(announced(443, hello), "tls.protocol")).containsExactly("TLSv1.3");
  }
}
