package org.camsweep.probe.sadp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class SadpProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new SadpProbe();
  }

  private static final String MATCH =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ProbeMatch><Uuid>11111111-2222-4333-8444-555555555550</Uuid>
      <Types>inquiry</Types><DeviceType>14000</DeviceType>
      <DeviceDescription>AC-20</DeviceDescription><DeviceSN>AC-2020240101AAWR1</DeviceSN>
      <HttpPort>88</HttpPort><MAC>02-AA-BB-CC-DD-EE</MAC><Activated>true</Activated>
      <SoftwareVersion>V1.2.3build 240101</SoftwareVersion><Salt>cafe</Salt>
      <DigitalChannelNum>8</DigitalChannelNum><HCPlatformEnable>flase</HCPlatformEnable>
      </ProbeMatch>
      """;

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        announced(37020, MATCH.getBytes(UTF_8)),
        announced(37020, MATCH.replace("</MAC>", "").getBytes(UTF_8)));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "sadp.description")).containsExactly("AC-20");
    assertThat(said(answer, "sadp.serial")).containsExactly("AC-2020240101AAWR1");
    assertThat(said(answer, "sadp.mac")).containsExactly("02:aa:bb:cc:dd:ee");
    assertThat(said(answer, "sadp.http-port")).containsExactly("88");
    assertThat(said(answer, "sadp.cloud")).containsExactly("flase");
    assertThat(said(answer, "sadp.digital-channels")).containsExactly("8");
  }

  @Test
  void neverKeepsTheSalt() {
    assertThat(probe().hear(recordings().get(0)).facts())
        .noneMatch(f -> f.value().contains("cafe"));
  }

  @Test
  void readsABrokenAnswer() {
    assertThat(said(recordings().get(1), "sadp.description")).containsExactly("AC-20");
  }

  @Test
  void aQuestionComeBackSaysNothing() {
    byte[] own = new SadpProbe().call(ID).get(0).payload();
    assertThat(probe().hear(announced(37020, own)).facts()).isEmpty();
  }

  @Test
  void onlyTheInquiryCanBeBuilt() {
    String sent = new String(new SadpProbe().call(ID).get(0).payload(), UTF_8);
    assertThat(sent)
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>"
                + ID.toString().toUpperCase(Locale.ROOT)
                + "</Uuid><Types>inquiry</Types></Probe>");
  }
}
