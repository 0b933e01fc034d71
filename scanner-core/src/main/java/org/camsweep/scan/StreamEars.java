package org.camsweep.scan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.capture.Conversation;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.MessageHead;

/**
 * Which probe understands what a server said on a connection that somebody else made: told by the
 * server's first bytes, and for greetings by the port, since a greeting says nothing of itself.
 */
final class StreamEars {
  private static final Set<Integer> GREETING_PORTS = Set.of(21, 22, 23);
  private static final int MAX_GREETING = 1_024;
  private static final ProbeId HTTP = ProbeId.of("http");
  private static final ProbeId ONVIF = ProbeId.of("onvif");
  private static final ProbeId VENDOR = ProbeId.of("vendorhttp");
  private static final ProbeId SSDP = ProbeId.of("ssdp");
  private static final ProbeId RTSP = ProbeId.of("rtsp");
  private static final ProbeId TLS = ProbeId.of("tls");
  private static final ProbeId GREETING = ProbeId.of("greeting");

  /** The paths of makers' own identity pages. */
  private static final Set<String> IDENTITY_PAGES =
      Set.of(
          "/axis-cgi/basicdeviceinfo.cgi",
          "/SDK/activateStatus",
          "/cgi-bin/magicBox.cgi",
          "/stw-cgi/system.cgi",
          "/api.cgi");

  /** One thing to be understood, and by whom. */
  record Said(ProbeId probe, Heard.Reply reply) {}

  private StreamEars() {}

  /** Nothing where no probe knows the protocol. */
  static List<Said> of(Conversation talk) {
    byte[] bytes = talk.toClient();
    if (MessageHead.starts(bytes, "HTTP/")) {
      return http(talk);
    }
    if (MessageHead.starts(bytes, "RTSP/")) {
      return rtsp(talk);
    }
    if (bytes.length > 5 && (bytes[0] == 0x16 || bytes[0] == 0x15) && bytes[1] == 3) {
      return List.of(new Said(TLS, reply(talk, bytes, Optional.empty(), talk.cut())));
    }
    return greeting(talk);
  }

  private static List<Said> http(Conversation talk) {
    List<Said> all = new ArrayList<>();
    for (HttpReplies.Reply one : HttpReplies.of(talk.toServer(), talk.toClient(), "HTTP/")) {
      boolean post = one.method().equals("POST");
      String text = new String(one.bytes(), StandardCharsets.ISO_8859_1);
      ProbeId probe = ear(one, text);
      boolean icon =
          probe.equals(HTTP) && one.path().toLowerCase(java.util.Locale.ROOT).endsWith(".ico");
      Ask ask =
          new Ask.Http(
              talk.port(),
              false,
              post ? "POST" : "GET",
              one.path(),
              Map.of("Accept", icon ? "image/x-icon, image/*" : "*/*"),
              new byte[0],
              65_536,
              Duration.ofSeconds(6));
      boolean cut = !one.whole() && talk.cut();
      all.add(new Said(probe, reply(talk, one.bytes(), Optional.of(ask), cut)));
    }
    return all;
  }

  private static ProbeId ear(HttpReplies.Reply one, String text) {
    if (IDENTITY_PAGES.contains(one.path())) {
      return VENDOR;
    }
    boolean soap =
        text.contains("Envelope")
            && (text.contains("schemas.xmlsoap.org") || text.contains("w3.org/2003/05/soap"));
    if (soap) {
      return ONVIF;
    }
    return text.contains("urn:schemas-upnp-org:device-1-0") ? SSDP : HTTP;
  }

  private static List<Said> rtsp(Conversation talk) {
    List<Said> all = new ArrayList<>();
    for (HttpReplies.Reply one : HttpReplies.of(talk.toServer(), talk.toClient(), "RTSP/")) {
      // The method alone: a captured request may carry a log-in.
      byte[] method = one.method().getBytes(StandardCharsets.US_ASCII);
      Ask ask =
          new Ask.Exchange(
              talk.port(), false, method, Framing.toClose(), 65_536, Duration.ofSeconds(4));
      boolean cut = !one.whole() && talk.cut();
      all.add(new Said(RTSP, reply(talk, one.bytes(), Optional.of(ask), cut)));
    }
    return all;
  }

  /** Only what the server says before the client does: the rest may echo a log-in. */
  private static List<Said> greeting(Conversation talk) {
    boolean ssh = MessageHead.starts(talk.toClient(), "SSH-");
    int first = ssh ? line(talk.toClient()) : talk.said();
    byte[] said = Arrays.copyOf(talk.toClient(), Math.min(first, MAX_GREETING));
    boolean wanted = GREETING_PORTS.contains(talk.port()) && said.length > 0;
    return wanted
        ? List.of(new Said(GREETING, reply(talk, said, Optional.empty(), false)))
        : List.of();
  }

  private static int line(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private static Heard.Reply reply(
      Conversation talk, byte[] bytes, Optional<Ask> ask, boolean cut) {
    return new Heard.Reply(
        ask,
        talk.server(),
        Endpoint.tcp(talk.port()),
        Optional.empty(),
        talk.at(),
        bytes,
        cut,
        List.of(),
        Optional.empty());
  }
}
