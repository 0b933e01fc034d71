package org.camsweep.probe.xm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class NetCommonProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new NetCommonProbe();
  }

  private static byte[] framed(String json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Octets.hex("ff01000000000000000000000000fb05"));
    out.write(json.length());
    out.write(json.length() >> 8);
    out.writeBytes(new byte[2]);
    out.writeBytes(json.getBytes(UTF_8));
    return out.toByteArray();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(
            34569,
            framed(
                "{ \"NetWork.NetCommon\" : { \"HostIP\" : \"0x090200C0\", \"HostName\" : "
                    + "\"Porch\", \"MAC\" : \"02:aa:bb:cc:dd:ee\", \"SN\" : \"00aa\", "
                    + "\"TCPPort\" : 34567, \"HttpPort\" : 82 }, \"Ret\" : 100 }\0")));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "xm.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "xm.ipv4")).containsExactly("192.0.2.9");
    assertThat(said(answer, "xm.serial")).containsExactly("00aa");
    assertThat(said(answer, "xm.http-port")).containsExactly("82");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new NetCommonProbe().call(ID).get(0).payload();
    assertThat(own).isEqualTo(Octets.hex("ff00000000000000000000000000fa0500000000"));
    assertThat(probe().hear(announced(34569, own)).facts()).isEmpty();
  }
}
