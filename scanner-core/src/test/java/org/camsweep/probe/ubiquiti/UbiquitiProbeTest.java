package org.camsweep.probe.ubiquiti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class UbiquitiProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new UbiquitiProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(
            10001,
            Octets.hex(
                "01 00 0030 02 000a 02aabbccddee c0000209 01 0006 02aabbccddee"
                    + "0b 0005 506f726368 0c 0006 555643204734 0a 0004 00000010")),
        announced(10001, Octets.hex("02 06 000a 15 0005 41432d3230")));
  }

  @Test
  void readsBothVersions() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "ubiquiti.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "ubiquiti.ipv4")).containsExactly("192.0.2.9");
    assertThat(said(answer, "ubiquiti.platform")).containsExactly("UVC G4");
    assertThat(said(answer, "ubiquiti.host-name")).containsExactly("Porch");
    assertThat(said(recordings().get(1), "ubiquiti.model")).containsExactly("AC-20");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new UbiquitiProbe().call(ID).get(0).payload();
    assertThat(own).isEqualTo(Octets.hex("01000000"));
    assertThat(probe().hear(announced(10001, own)).facts()).isEmpty();
  }
}
