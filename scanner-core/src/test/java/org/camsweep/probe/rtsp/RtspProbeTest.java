package org.camsweep.probe.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.camsweep.site.Cidr;
import org.junit.jupiter.api.Test;

class RtspProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new RtspProbe();
  }

  private static Ask options() {
    return new RtspProbe().open(Probe.Stage.ASK, target(), List.of(), ID).get(0);
  }

  private static final String OPTIONS =
      String.join(
          "\r\n",
          List.of(
              "RTSP/1.0 200 OK",
              "CSeq: 1",
              "Server: Acme Rtsp/2",
              "Public: OPTIONS, DESCRIBE",
              "",
              ""));
  private static final String LOCKED =
      String.join(
          "\r\n",
          List.of(
              "RTSP/1.0 401 Unauthorized",
              "CSeq: 2",
              "WWW-Authenticate: Digest realm=\"Acme_02AABBCCDDEE\", nonce=\"0\"",
              "",
              ""));
  private static final String OPEN =
      String.join(
          "\r\n",
          List.of(
              "RTSP/1.0 200 OK",
              "Content-Base: rtsp://10.20.30.40/",
              "Content-Length: 92",
              "",
              "v=0",
              "o=- 1 1 IN IP4 10.20.30.40",
              "s=Acme Stream",
              "a=tool:AcmeTool",
              "m=video 0 RTP/AVP 96",
              "m=audio 0 RTP/AVP 0",
              ""));

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(
        reply(options(), OPTIONS),
        reply(RtspProbe.describe(HOST, 554), LOCKED),
        reply(RtspProbe.describe(HOST, 554), OPEN));
  }

  @Test
  void readsAnswers() {
    assertThat(said(recordings().get(0), "rtsp.server")).containsExactly("Acme Rtsp/2");
    assertThat(said(recordings().get(0), "rtsp.public")).containsExactly("OPTIONS, DESCRIBE");
    assertThat(said(recordings().get(1), "rtsp.realm")).containsExactly("Acme_02AABBCCDDEE");
    assertThat(said(recordings().get(2), "sdp.session")).containsExactly("Acme Stream");
    assertThat(said(recordings().get(2), "sdp.tool")).containsExactly("AcmeTool");
    assertThat(said(recordings().get(2), "sdp.media"))
        .containsExactly("video 0 RTP/AVP 96", "audio 0 RTP/AVP 0");
  }

  @Test
  void ofADescriptionThatWasNotReadToItsEndNothingIsMissing() {
    String many = OPEN + "a=more\r\n".repeat(300);
    assertThat(probe().hear(reply(RtspProbe.describe(HOST, 554), OPEN)).outcome())
        .isEqualTo(Outcome.ANSWERED);
    assertThat(
            probe()
                .hear(
                    reply(
                        RtspProbe.describe(HOST, 554), many.replace("Length: 92", "Length: 9999")))
                .outcome())
        .isEqualTo(Outcome.CUT_SHORT);
  }

  @Test
  void asksWhereStreamsAreUsualAmongTheOwnersPorts() {
    List<Ask> asks =
        new RtspProbe()
            .open(Probe.Stage.ASK, target(HOST, List.of(80, 10554, 8000)), List.of(), ID);
    assertThat(asks.stream().map(a -> a.endpoint().port()).toList()).containsExactly(10554);
    assertThat(new RtspProbe().open(Probe.Stage.ASK, target(), List.of(), ID)).hasSize(2);
  }

  @Test
  void describesOnceAndNeverSetsUp() {
    assertThat(probe().hear(recordings().get(0)).next()).hasSize(1);
    assertThat(probe().hear(recordings().get(1)).next()).isEmpty();
    assertThat(probe().hear(recordings().get(2)).next()).isEmpty();
    assertThat(sent(options())).startsWith("OPTIONS rtsp://10.20.30.40:554/ RTSP/1.0");
    assertThat(sent(RtspProbe.describe(HOST, 554))).startsWith("DESCRIBE ");
    assertThat(sent(RtspProbe.describe(Cidr.address("fd00:1::5"), 554)))
        .startsWith("DESCRIBE rtsp://[fd00:1::5]:554/");
    assertThat(sent(RtspProbe.describe(Cidr.address("fe80::5%eth0"), 554)))
        .as("a zone means nothing to others")
        .startsWith("DESCRIBE rtsp://[fe80::5]:554/");
  }

  private static String sent(Ask ask) {
    return ask.fold(d -> "", e -> new String(e.payload(), UTF_8), h -> "");
  }
}
