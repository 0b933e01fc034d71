package org.camsweep.probe.bosch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class BoschProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new BoschProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    String xml =
        "<root xmlns=\"OEMExt00:device-1-0\"><device><friendlyName>Porch</friendlyName>"
            + "<physAddress>02-aa-bb-cc-dd-ee</physAddress><serialNumber>1:2</serialNumber>"
            + "<sessionKey>77</sessionKey></device></root>";
    return List.of(
        announced(1757, xml.getBytes(UTF_8)),
        announced(
            1757,
            Octets.hex("9939a427 00000001 02aabbccddee 0000 c0000209 ffffff00 00000000 00000000")));
  }

  @Test
  void readsBothForms() {
    assertThat(said(recordings().get(0), "bosch.friendly-name")).containsExactly("Porch");
    assertThat(said(recordings().get(0), "bosch.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(recordings().get(1), "bosch.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(recordings().get(1), "bosch.ipv4")).containsExactly("192.0.2.9");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new BoschProbe().call(ID).get(0).payload();
    assertThat(own).hasSize(12).startsWith(Octets.hex("9939a427")).endsWith(Octets.hex("ff0006de"));
    assertThat(probe().hear(announced(1757, own)).facts()).isEmpty();
    assertThat(probe().about().on()).isFalse();
  }
}
