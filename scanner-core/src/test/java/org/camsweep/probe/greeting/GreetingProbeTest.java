package org.camsweep.probe.greeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class GreetingProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new GreetingProbe();
  }

  private static Ask at(int port) {
    return new GreetingProbe()
        .open(Probe.Stage.ASK, target(HOST, List.of(port)), List.of(), ID)
        .get(0);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    ByteArrayOutputStream telnet = new ByteArrayOutputStream();
    telnet.writeBytes(Octets.hex("fffd1f fffb01"));
    telnet.writeBytes("acme login: ".getBytes(UTF_8));
    return List.of(
        reply(at(21), "220 Acme FTP ready" + (char) 13 + (char) 10),
        reply(at(22), "SSH-2.0-dropbear_2019" + (char) 13 + (char) 10),
        reply(at(23), telnet.toByteArray()));
  }

  @Test
  void readsGreetings() {
    assertThat(said(recordings().get(0), "ftp.greeting")).containsExactly("220 Acme FTP ready");
    assertThat(said(recordings().get(1), "ssh.greeting")).containsExactly("SSH-2.0-dropbear_2019");
    assertThat(said(recordings().get(2), "telnet.greeting")).containsExactly("acme login:");
  }

  @Test
  void saysNothingAndReadsLittle() {
    assertThat(asks())
        .allSatisfy(
            a -> {
              Ask.Exchange ask = a.fold(d -> null, e -> e, h -> null);
              assertThat(ask.payload()).isEmpty();
              assertThat(ask.maxBytes()).isEqualTo(1_024);
              assertThat(ask.patience().toMillis()).isLessThanOrEqualTo(2_000);
            });
  }
}
