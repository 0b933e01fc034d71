package org.camsweep.probe.pppp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class PpppProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new PpppProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(32108, Octets.hex("f1410014 41434d45 000000000001e240 5a5a5a5a5a000000")));
  }

  @Test
  void readsTheCloudIdentifier() {
    assertThat(said(recordings().get(0), "pppp.id")).containsExactly("ACME-123456-ZZZZZ");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndNothingFollows() {
    byte[] own = new PpppProbe().call(ID).get(0).payload();
    assertThat(own).isEqualTo(Octets.hex("f1300000"));
    assertThat(probe().hear(announced(32108, own)).facts()).isEmpty();
    assertThat(probe().hear(recordings().get(0)).next()).isEmpty();
    assertThat(probe().about().on()).isFalse();
  }
}
