package org.camsweep.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;

class DeviceFileTest {
  private static final String VOICES =
      """
      version: 1
      texts: { hello: 'I am ${name}' }
      heads: { ok: ['HTTP/1.1 200 OK'] }
      pages: { web: [ { path: '*', head: ok, body: hello } ] }
      streams: { rtsp: { OPTIONS: { head: ok } } }
      """;

  @Test
  void aDeviceSaysWhatItsVoicesSay() throws ConfigException {
    DemoDevice device =
        read("{ id: a, address: 127.9.9.9, about: x, words: { name: Ann }, wsd: hello, http: web }")
            .get(0);
    assertThat(device.wsd()).contains("I am ${name}");
    assertThat(device.words().fill(device.wsd().orElseThrow())).isEqualTo("I am Ann");
    assertThat(device.words().fill("${address}")).isEqualTo("127.9.9.9");
    assertThat(device.http()).hasSize(1);
    assertThat(device.http().get(0).reply().head()).containsExactly("HTTP/1.1 200 OK");
    assertThat(device.rtsp()).isEmpty();
    assertThat(device.manner()).isEqualTo(DemoDevice.Manner.SPEAKS);
  }

  @Test
  void aVoiceThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> read("{ id: a, address: 127.9.9.9, about: x, wsd: holla }"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("devices.yaml:2: 'holla' is in no voice; add it to voices.yaml");
  }

  @Test
  void aMissingWordIsNamed() {
    assertThatThrownBy(() -> new Words(Map.of()).fill("${colour}"))
        .hasMessage("no word for ${colour}");
  }

  private static List<DemoDevice> read(String device) throws ConfigException {
    String devices = "version: 1\ndevices: [ " + device + " ]\n";
    return DeviceFile.read(
        VOICES.getBytes(StandardCharsets.UTF_8), devices.getBytes(StandardCharsets.UTF_8));
  }
}
