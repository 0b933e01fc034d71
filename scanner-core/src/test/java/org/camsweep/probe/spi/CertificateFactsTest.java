package org.camsweep.probe.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.camsweep.observe.Fact;
import org.junit.jupiter.api.Test;

class CertificateFactsTest {
  private static List<Fact> facts(byte[] certificate) {
    FactSheet sheet = new FactSheet();
    CertificateFacts.addTo(sheet, List.of(certificate), Optional.of("TLSv1"));
    return sheet.facts();
  }

  @Test
  void readsACertificate() {
    List<String> lines =
        facts(Certificates.acme()).stream().map(f -> f.field() + " " + f.value()).toList();
    assertThat(lines)
        .containsExactly(
            "tls.protocol TLSv1",
            "tls.sha256 9700682081ccc489c350929eda85f645cb8b39257df3726965b4f3be9f780ae7",
            "tls.subject C=SE, O=\"Acme Optics Co.,Ltd.\", OU=Cam, CN=acme-0200aabbccdd",
            "tls.issuer C=SE, O=\"Acme Optics Co.,Ltd.\", OU=Cam, CN=acme-0200aabbccdd",
            "tls.serial 24659e28123fe8966f5492c16a4a0248ee371eac",
            "tls.not-before 2026-11-25T21:54:55Z",
            "tls.not-after 2036-11-22T21:54:55Z",
            "tls.key RSA 1024",
            "tls.self-signed true",
            "tls.san acme.local",
            "tls.san 10.20.30.40");
  }

  @Test
  void survivesEveryCutAndFlip() {
    byte[] whole = Certificates.acme();
    for (int i = 0; i < whole.length; i++) {
      assertThat(facts(Arrays.copyOf(whole, i))).isNotEmpty();
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) 0xff;
      assertThat(facts(flipped)).isNotEmpty();
    }
    Random dice = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] junk = new byte[dice.nextInt(400)];
      dice.nextBytes(junk);
      junk = junk.length == 0 ? new byte[] {0x30} : junk;
      junk[0] = 0x30;
      assertThat(facts(junk)).isNotEmpty();
    }
  }
}
