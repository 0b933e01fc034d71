package org.camsweep.probe.rtsp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.ObservedPorts;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Shown;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Target;

/**
 * RTSP (RFC 2326): OPTIONS, and where it is answered one DESCRIBE without a login. SETUP and PLAY
 * are never sent; a description that comes back says that the stream is open to all.
 */
public final class RtspProbe implements Probe.Unicast {
  private static final ProbeId ID = ProbeId.of("rtsp");

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "RTSP OPTIONS and one DESCRIBE without a login",
        "unicast to hosts that live",
        "tcp 554, 8554",
        Confidence.SOLID,
        true,
        List.of(
            Shown.bytes(options(554, "rtsp://ADDRESS:554/").payload()),
            Shown.bytes(describe(554, "rtsp://ADDRESS:554/").payload())));
  }

  @Override
  public Set<Field> fields() {
    return RtspReply.FIELDS;
  }

  @Override
  public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
    return stage == Stage.ASK
        ? ObservedPorts.streams(target.network()).stream()
            .<Ask>map(p -> options(p, url(target.address(), p)))
            .toList()
        : List.of();
  }

  private static Ask.Exchange options(int port, String url) {
    return ask(port, "OPTIONS " + url + " RTSP/1.0\r\nCSeq: 1\r\n");
  }

  static Ask.Exchange describe(Address host, int port) {
    return describe(port, url(host, port));
  }

  private static Ask.Exchange describe(int port, String url) {
    return ask(port, "DESCRIBE " + url + " RTSP/1.0\r\nCSeq: 2\r\nAccept: application/sdp\r\n");
  }

  private static Ask.Exchange ask(int port, String lines) {
    return new Ask.Exchange(
        port,
        false,
        (lines + "User-Agent: camsweep\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
        Framing.message(true),
        16 * 1024,
        Duration.ofSeconds(4),
        true);
  }

  private static String url(Address host, int port) {
    String text = AddressText.withoutZone(host);
    return "rtsp://" + (!host.isV4() ? "[" + text + "]" : text) + ":" + port + "/";
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(RtspReply::read, Step::without, Step::without);
  }
}
