package org.camsweep.probe.reolink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class ReolinkProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new ReolinkProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Octets.hex("aaaa0001 00000000"));
    out.writeBytes("Porch".getBytes(UTF_8));
    out.writeBytes(new byte[9]);
    out.writeBytes("95270000ABCDEFGH".getBytes(UTF_8));
    return List.of(announced(2000, out.toByteArray()));
  }

  @Test
  void keepsWhatIsPrintable() {
    assertThat(said(recordings().get(0), "reolink.uid")).containsExactly("95270000ABCDEFGH");
    assertThat(said(recordings().get(0), "reolink.text")).containsExactly("Porch");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new ReolinkProbe().call(ID).get(0).payload();
    assertThat(own).isEqualTo(Octets.hex("aaaa0000"));
    assertThat(probe().hear(announced(2000, own)).facts()).isEmpty();
    assertThat(probe().about().on()).isFalse();
  }
}
