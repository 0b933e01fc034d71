package org.camsweep.probe.hanwha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class HanwhaProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new HanwhaProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    byte[] all = new byte[262];
    all[0] = 0x0b;
    put(all, 0x13, "02:aa:bb:cc:dd:ee");
    put(all, 0x25, "192.0.2.9");
    put(all, 0x6d, "AC-20");
    return List.of(announced(7701, all));
  }

  private static void put(byte[] all, int at, String text) {
    System.arraycopy(text.getBytes(UTF_8), 0, all, at, text.length());
  }

  @Test
  void readsAnAnswer() {
    assertThat(said(recordings().get(0), "hanwha.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(recordings().get(0), "hanwha.model")).containsExactly("AC-20");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new HanwhaProbe().call(ID).get(0).payload();
    assertThat(own).hasSize(262).startsWith(1, 0, 0);
    assertThat(probe().hear(announced(7701, own)).facts()).isEmpty();
    assertThat(probe().about().on()).isFalse();
  }
}
