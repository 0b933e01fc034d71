package org.camsweep.probe.dhold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class OldBinaryProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new OldBinaryProbe();
  }

  private static byte[] answer() {
    String second = "02:aa:bb:cc:dd:eeAC-20";
    String third = String.join("\r\n", List.of("Name:Porch", "Device:AC", "SerialNo:0A1B", ""));
    byte[] all = new byte[0x78 + second.length() + third.length()];
    all[0] = (byte) 0xb3;
    all[2] = (byte) second.length();
    all[0x14] = (byte) third.length();
    put(all, 0x28, "IPC".getBytes(UTF_8));
    put(all, 0x38, Octets.hex("c0000209"));
    put(all, 0x5e, Octets.hex("9200 bb01 9193"));
    put(all, 0x78, second.getBytes(UTF_8));
    put(all, 0x78 + second.length(), third.getBytes(UTF_8));
    return all;
  }

  private static void put(byte[] all, int at, byte[] part) {
    System.arraycopy(part, 0, all, at, part.length);
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(5050, answer()));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "dhold.device-type")).containsExactly("IPC");
    assertThat(said(answer, "dhold.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "dhold.model")).containsExactly("AC-20");
    assertThat(said(answer, "dhold.serial")).containsExactly("0A1B");
    assertThat(said(answer, "dhold.tcp-port")).containsExactly("37777");
    assertThat(said(answer, "dhold.ipv4")).containsExactly("192.0.2.9");
  }

  @Test
  void onlyTheSearchCanBeBuiltAndItSaysNothingComeBack() {
    byte[] own = new OldBinaryProbe().call(ID).get(0).payload();
    assertThat(own)
        .isEqualTo(
            Octets.hex("a3010001 000000000000000000000000 02 000000000000000000000000000000"));
    assertThat(probe().hear(announced(5050, own)).facts()).isEmpty();
  }
}
