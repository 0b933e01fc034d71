package org.camsweep.probe.sony;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class SonyProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new SonyProbe();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(2);
    for (String piece :
        List.of("MAC:02-aa-bb-cc-dd-ee", "MODEL:AC-20", "SERIAL:77", "TIME:10:00", "DNS1:")) {
      out.writeBytes(piece.getBytes(US_ASCII));
      out.write(0xff);
    }
    out.write(3);
    return List.of(announced(2380, out.toByteArray()));
  }

  @Test
  void readsAnAnswer() {
    assertThat(said(recordings().get(0), "sony.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(recordings().get(0), "sony.model")).containsExactly("AC-20");
    assertThat(said(recordings().get(0), "sony.serial")).containsExactly("77");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new SonyProbe().call(ID).get(0).payload();
    assertThat(new String(own, 1, 11, US_ASCII)).isEqualTo("ENQ:allinfo");
    assertThat(own).hasSize(14);
    assertThat(probe().hear(announced(2380, own)).facts()).isEmpty();
    assertThat(probe().about().on()).isFalse();
  }
}
