package org.camsweep.probe.dhip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.probe.spi.Shown;
import org.junit.jupiter.api.Test;

class DhipProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new DhipProbe();
  }

  private static byte[] framed(String json) {
    byte[] text = json.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x20, 0, 0, 0, 'D', 'H', 'I', 'P'});
    out.writeBytes(new byte[24]);
    out.writeBytes(text);
    return out.toByteArray();
  }

  private static final String DEVICE =
      "{\"mac\":\"02:aa:bb:cc:dd:ee\",\"method\":\"client.notifyDevInfo\",\"params\":"
          + "{\"deviceInfo\":{\"DeviceClass\":\"IPC\",\"DeviceType\":\"AC-20\","
          + "\"Vendor\":\"General\",\"SerialNo\":\"0A1B2C3D\",\"HttpPort\":8081,"
          + "\"RemoteVideoInputChannels\":0,\"IPv4Address\":{\"IPAddress\":\"192.0.2.9\"}}}}";

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(37810, framed(DEVICE + "\n\0")),
        announced(37810, framed(DEVICE.replace("\"Vendor\":", "\"Vendor\":broken,"))));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "dhip.device-class")).containsExactly("IPC");
    assertThat(said(answer, "dhip.device-type")).containsExactly("AC-20");
    assertThat(said(answer, "dhip.vendor")).containsExactly("General");
    assertThat(said(answer, "dhip.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "dhip.http-port")).containsExactly("8081");
    assertThat(said(answer, "dhip.ipv4")).containsExactly("192.0.2.9");
  }

  @Test
  void readsWhatBrokenJsonLeaves() {
    assertThat(said(recordings().get(1), "dhip.device-type")).containsExactly("AC-20");
    assertThat(said(recordings().get(1), "dhip.serial")).containsExactly("0A1B2C3D");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new DhipProbe().call(ID).get(0).payload();
    assertThat(Shown.bytes(own))
        .isEqualTo(
            " \\x00\\x00\\x00DHIP\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00;\\x00\\x00\\x00"
                + "\\x00\\x00\\x00\\x00;\\x00\\x00\\x00\\x00\\x00\\x00\\x00"
                + "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\\n");
    assertThat(probe().hear(announced(37810, own)).facts()).isEmpty();
  }
}
