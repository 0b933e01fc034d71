package org.camsweep.probe.panasonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class PanasonicProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new PanasonicProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(
            10670,
            Octets.hex(
                "0001 0030 000e 02aabbccddee ffffffffffff 0a141e01 0000 20111e11231f1e1913"
                    + "00000201 0000000000000000000000"
                    + "0020 0004 c0000209 0025 0002 0050 00a6 0001 91 00a7 0005 506f726368"
                    + "00a8 0005 41432d3230 ffff 1170")));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "panasonic.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "panasonic.kind")).containsExactly("91");
    assertThat(said(answer, "panasonic.model")).containsExactly("AC-20");
    assertThat(said(answer, "panasonic.name")).containsExactly("Porch");
    assertThat(said(answer, "panasonic.ipv4")).containsExactly("192.0.2.9");
  }

  @Test
  void theQuestionCarriesOnlyTheAskersAddress() {
    byte[] plain = new PanasonicProbe().call(ID).get(0).payload();
    byte[] own = new PanasonicProbe().call(ID, Cidr.address("10.20.30.1")).get(0).payload();
    assertThat(plain).hasSize(94);
    assertThat(Octets.of(plain).be16(4)).as("search, never a setting").isEqualTo(0x0d);
    assertThat(Octets.of(own).ipv4(0x12)).contains("10.20.30.1");
    Arrays.fill(own, 0x12, 0x16, (byte) 0);
    assertThat(own).isEqualTo(plain);
    assertThat(Octets.of(plain).be16(0x30)).isEqualTo(0xfff0);
    assertThat(probe().hear(announced(10670, plain)).facts()).isEmpty();
  }
}
