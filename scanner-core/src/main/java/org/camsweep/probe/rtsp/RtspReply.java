package org.camsweep.probe.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.Step;

/** What an RTSP answer says; of a session description (RFC 8866) what names software and tracks. */
final class RtspReply {
  private static final Field METHOD = Field.of("rtsp.method");
  private static final Field STATUS = Field.of("rtsp.status");
  private static final Field SERVER = Field.of("rtsp.server");
  private static final Field REALM = Field.of("rtsp.realm");
  private static final Field CHALLENGE = Field.of("rtsp.challenge");
  private static final Field PUBLIC = Field.of("rtsp.public");
  private static final Field HEADER = Field.of("rtsp.header");
  private static final Field HEADER_NAMES = Field.of("rtsp.header-names");
  private static final Field CONTENT_BASE = Field.of("rtsp.content-base");
  private static final Field SESSION = Field.of("sdp.session");
  private static final Field ORIGIN = Field.of("sdp.origin");
  private static final Field TOOL = Field.of("sdp.tool");
  private static final Field INFO = Field.of("sdp.info");
  private static final Field ATTRIBUTE = Field.of("sdp.attribute");
  private static final Field MEDIA = Field.of("sdp.media");
  private static final Field BANNER = Field.of("tcp.banner");
  private static final int MAX_SDP_LINES = 200;

  static final Set<Field> FIELDS = fields();

  private RtspReply() {}

  private static Set<Field> fields() {
    Set<Field> all = new HashSet<>(List.of(METHOD, STATUS, SERVER, REALM, CHALLENGE, PUBLIC));
    all.addAll(List.of(HEADER, HEADER_NAMES, CONTENT_BASE, SESSION, ORIGIN, TOOL, INFO));
    all.addAll(List.of(ATTRIBUTE, MEDIA, BANNER));
    return Set.copyOf(all);
  }

  static Step read(Heard.Reply reply) {
    FactSheet sheet = new FactSheet();
    byte[] bytes = reply.bytes();
    if (bytes.length == 0) {
      return Step.ended(Outcome.SILENT);
    }
    if (!MessageHead.starts(bytes, "RTSP/")) {
      sheet.add(
          BANNER, SaidText.decode(java.util.Arrays.copyOf(bytes, Math.min(512, bytes.length))));
      return sheet.step(Outcome.GARBLED);
    }
    MessageHead head = MessageHead.parse(bytes);
    sheet.cut(head.cut());
    boolean describing = isDescribe(reply);
    sheet.add(METHOD, describing ? "DESCRIBE" : "OPTIONS");
    sheet.add(STATUS, head.status());
    head.all("Server").forEach(s -> sheet.add(SERVER, s));
    head.realms("WWW-Authenticate").forEach(r -> sheet.add(REALM, r));
    head.all("WWW-Authenticate").forEach(c -> sheet.add(CHALLENGE, c));
    sheet.add(PUBLIC, head.first("Public"));
    head.headers().forEach(h -> sheet.add(HEADER, h.name() + ": " + h.value()));
    sheet.add(HEADER_NAMES, head.names());
    sheet.add(CONTENT_BASE, head.first("Content-Base"));
    boolean whole = addDescription(sheet, SaidText.decode(head.body()));
    Step step = sheet.step(reply, describing ? List.of() : List.of(describe(reply)));
    return whole ? step : new Step(Outcome.CUT_SHORT, step.facts(), step.next(), step.cut());
  }

  private static boolean isDescribe(Heard.Reply reply) {
    return reply
        .ask()
        .map(a -> a.fold(d -> new byte[0], e -> e.payload(), h -> new byte[0]))
        .filter(p -> new String(p, StandardCharsets.US_ASCII).startsWith("DESCRIBE"))
        .isPresent();
  }

  private static Step.FollowUp describe(Heard.Reply reply) {
    int port = reply.ask().map(a -> a.endpoint().port()).orElse(reply.endpoint().port());
    return new Step.FollowUp(reply.from(), RtspProbe.describe(reply.from(), port));
  }

  /** Whether the description was read to its end: what a part leaves out may still be offered. */
  private static boolean addDescription(FactSheet sheet, String body) {
    String[] lines = body.split("\r?\n", MAX_SDP_LINES + 1);
    for (int i = 0; i < Math.min(lines.length, MAX_SDP_LINES); i++) {
      String line = lines[i];
      if (line.length() < 3 || line.charAt(1) != '=') {
        continue;
      }
      String value = line.substring(2);
      switch (line.charAt(0)) {
        case 's' -> sheet.add(SESSION, value);
        case 'o' -> sheet.add(ORIGIN, value);
        case 'i' -> sheet.add(INFO, value);
        case 'm' -> sheet.add(MEDIA, value);
        case 'a' -> {
          sheet.add(ATTRIBUTE, value);
          sheet.add(TOOL, value.startsWith("tool:") ? value.substring(5) : "");
        }
        default -> {} // times, bandwidth, connection: nothing about the maker
      }
    }
    return lines.length <= MAX_SDP_LINES;
  }
}
