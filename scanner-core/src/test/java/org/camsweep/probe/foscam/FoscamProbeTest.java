package org.camsweep.probe.foscam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class FoscamProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new FoscamProbe();
  }

  private static byte[] answer(boolean folded) {
    byte[] all = new byte[0x57];
    put(all, 0, "MO_I".getBytes(UTF_8));
    all[4] = 1;
    all[6] = (byte) (folded ? 1 : 0);
    put(all, 7, "_Key_of8".getBytes(UTF_8));
    put(all, 0x17, "02AABBCCDDEE".getBytes(UTF_8));
    put(all, 0x24, "Porch".getBytes(UTF_8));
    put(all, 0x39, Octets.hex("c0000209"));
    put(all, 0x49, Octets.hex("00000041 0b161f02"));
    put(all, 0x55, Octets.hex("0058"));
    for (int i = 0x17; folded && i < all.length; i++) {
      all[i] ^= all[7 + (i - 0x17) % 8];
    }
    return all;
  }

  private static void put(byte[] all, int at, byte[] part) {
    System.arraycopy(part, 0, all, at, part.length);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(10000, answer(false)), announced(10000, answer(true)));
  }

  @Test
  void readsPlainAndFoldedAnswersAlike() {
    for (Heard.Reply answer : recordings()) {
      assertThat(said(answer, "foscam.serial")).containsExactly("02AABBCCDDEE");
      assertThat(said(answer, "foscam.mac")).containsExactly("02:aa:bb:cc:dd:ee");
      assertThat(said(answer, "foscam.name")).containsExactly("Porch");
      assertThat(said(answer, "foscam.type")).containsExactly("65");
      assertThat(said(answer, "foscam.firmware")).containsExactly("11.22.31.2");
      assertThat(said(answer, "foscam.http-port")).containsExactly("88");
    }
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new FoscamProbe().call(ID).get(0).payload();
    assertThat(own).hasSize(27).startsWith(Octets.hex("4d4f5f49 0000")).endsWith((byte) 1);
    assertThat(probe().hear(announced(10000, own)).facts()).isEmpty();
  }
}
