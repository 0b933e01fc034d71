package org.camsweep.probe.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class PortProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new PortProbe();
  }

  private static Ask at(int port) {
    return new PortProbe().open(Probe.Stage.ASK, target(HOST, List.of(port)), List.of(), ID).get(0);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(reply(at(8000), "hello"));
  }

  @Test
  void connectsAndSaysNothing() {
    for (Ask ask : asks()) {
      byte[] sent = ask.fold(d -> d.payload(), e -> e.payload(), h -> h.body());
      assertThat(sent).isEmpty();
    }
    assertThat(asks()).isNotEmpty();
    assertThat(probe().hear(reply(at(8000), "")).outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(said(recordings().get(0), "tcp.banner")).containsExactly("hello");
  }

  @Test
  void asksOnlyPortsThatTheOwnerAllows() {
    assertThat(new PortProbe().open(Probe.Stage.ASK, target(HOST, List.of(80)), List.of(), ID))
        .isEmpty();
  }
}
