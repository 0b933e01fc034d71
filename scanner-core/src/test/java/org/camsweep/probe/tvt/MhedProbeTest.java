package org.camsweep.probe.tvt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class MhedProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new MhedProbe();
  }

  private static byte[] answer() {
    byte[] all = new byte[232];
    put(all, 0, "MHED".getBytes(UTF_8));
    put(all, 4, Octets.hex("0700 0000 01000000"));
    put(all, 12, "Porch".getBytes(UTF_8));
    put(all, 32, Octets.hex("02aabbccddee 9417 c0000209"));
    put(all, 52, Octets.hex("000a0401 8d043501 5000 2a02"));
    put(all, 84, "secret".getBytes(UTF_8));
    put(all, 180, "AC-20".getBytes(UTF_8));
    put(all, 228, Octets.hex("10000000"));
    return all;
  }

  private static void put(byte[] all, int at, byte[] part) {
    System.arraycopy(part, 0, all, at, part.length);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(23456, answer()));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "tvt.name")).containsExactly("Porch");
    assertThat(said(answer, "tvt.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "tvt.firmware")).containsExactly("1.4.10.0");
    assertThat(said(answer, "tvt.sdk-port")).containsExactly("6036");
    assertThat(said(answer, "tvt.model")).containsExactly("AC-20");
    assertThat(said(answer, "tvt.channels")).containsExactly("16");
  }

  @Test
  void neverKeepsThePasswordField() {
    assertThat(probe().hear(recordings().get(0)).facts())
        .noneMatch(f -> f.value().contains("secret"));
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new MhedProbe().call(ID).get(0).payload();
    assertThat(own).hasSize(140).startsWith(Octets.hex("4d484544 08000100 01000000"));
    assertThat(new MhedProbe().call(ID)).hasSize(2);
    assertThat(probe().hear(announced(23456, own)).facts()).isEmpty();
  }
}
