package org.camsweep.probe.vivotek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class VivotekProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new VivotekProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(
            10000,
            Octets.hex(
                "02 00000000 01 05 506f726368 02 06 02aabbccddee 03 04 c0000209 04 24 06 02 5100"
                    + "09 05 41432d3230 10 04 01020300")));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "vivotek.name")).containsExactly("Porch");
    assertThat(said(answer, "vivotek.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "vivotek.model")).containsExactly("AC-20");
    assertThat(said(answer, "vivotek.http-port")).containsExactly("81");
    assertThat(said(answer, "vivotek.ipv4")).containsExactly("192.0.2.9");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new VivotekProbe().call(ID).get(0).payload();
    assertThat(own).hasSize(5).startsWith(1);
    assertThat(probe().hear(announced(10000, own)).facts()).isEmpty();
    byte[] other = Octets.hex("4d4f5f49 0100 00 0000000000000000 40000000 00000000 41424344");
    assertThat(probe().hear(announced(10000, other)).facts())
        .as("the port's other maker")
        .isEmpty();
  }
}
