package org.camsweep.probe.tplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class TplinkProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new TplinkProbe();
  }

  private static byte[] newer(String json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Octets.hex("02000001 00000000 00000000 00000000"));
    out.writeBytes(json.getBytes(UTF_8));
    return out.toByteArray();
  }

  private static byte[] older(String json) {
    byte[] out = json.getBytes(UTF_8);
    int key = 171;
    for (int i = 0; i < out.length; i++) {
      out[i] ^= (byte) key;
      key = out[i];
    }
    return out;
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(
            20002,
            newer(
                "{\"error_code\":0,\"result\":{\"device_id\":\"abcd\",\"device_model\":"
                    + "\"C20\",\"device_type\":\"SMART.IPCAMERA\",\"mac\":"
                    + "\"02-AA-BB-CC-DD-EE\",\"firmware_version\":\"1.0\",\"owner\":\"x9\"}}")),
        announced(
            9999,
            older(
                "{\"system\":{\"get_sysinfo\":{\"type\":\"IOT.IPCAMERA\",\"model\":\"KC1\","
                    + "\"deviceId\":\"abcd\"}}}")));
  }

  @Test
  void readsBothGenerations() {
    assertThat(said(recordings().get(0), "tplink.device-model")).containsExactly("C20");
    assertThat(said(recordings().get(0), "tplink.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(recordings().get(1), "tplink.device-type")).containsExactly("IOT.IPCAMERA");
    assertThat(said(recordings().get(1), "tplink.device-model")).containsExactly("KC1");
  }

  @Test
  void neverKeepsAccountsOrKeys() {
    assertThat(recordings())
        .allSatisfy(
            r ->
                assertThat(probe().hear(r).facts())
                    .noneMatch(f -> f.value().equals("abcd") || f.value().equals("x9")));
  }

  @Test
  void onlyTheSearchesCanBeBuiltAndTheySayNothingComeBack() {
    List<byte[]> own = new TplinkProbe().call(ID).stream().map(a -> a.payload()).toList();
    assertThat(own.get(0)).isEqualTo(Octets.hex("02000001 0000000000000000 463cb5d3"));
    assertThat(own.get(1)).isEqualTo(older("{\"system\":{\"get_sysinfo\":{}}}"));
    assertThat(own).allSatisfy(o -> assertThat(probe().hear(announced(1, o)).facts()).isEmpty());
  }
}
