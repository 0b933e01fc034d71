package org.camsweep.probe.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.CertificateFacts;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.HttpBody;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.SaidText;
import org.camsweep.probe.spi.SameHost;
import org.camsweep.probe.spi.Step;

/** What one HTTP answer says. */
final class Page {
  static final Field STATUS = Field.of("http.status");
  static final Field BODY = Field.of("http.body");
  static final Field TLS = Field.of("tls.protocol");
  private static final Field SERVER = Field.of("http.server");
  private static final Field HEADER = Field.of("http.header");
  private static final Field HEADER_NAMES = Field.of("http.header-names");
  private static final Field REALM = Field.of("http.realm");
  private static final Field CHALLENGE = Field.of("http.challenge");
  private static final Field TITLE = Field.of("http.title");
  private static final Field LOCATION = Field.of("http.location");
  private static final Field PATH = Field.of("http.path");
  private static final Field COOKIE = Field.of("http.cookie");
  private static final Field BANNER = Field.of("tcp.banner");

  /** Marks a question that follows a pointer: from there nothing is followed further. */
  static final String FOLLOWING = "text/html, */*";

  static final Set<Field> FIELDS = fields();

  private Page() {}

  private static Set<Field> fields() {
    Set<Field> all =
        new HashSet<>(
            List.of(STATUS, BODY, SERVER, HEADER, HEADER_NAMES, REALM, CHALLENGE, TITLE, LOCATION));
    all.addAll(List.of(PATH, COOKIE, BANNER, Icon.MMH3, Icon.MD5));
    all.addAll(CertificateFacts.fields());
    return Set.copyOf(all);
  }

  static Step read(Heard.Reply reply, Ask.Http ask) {
    FactSheet sheet = new FactSheet();
    CertificateFacts.addTo(sheet, reply);
    if (!MessageHead.starts(reply.bytes(), "HTTP/")) {
      return notHttp(sheet, reply, ask);
    }
    MessageHead head = MessageHead.parse(reply.bytes());
    sheet.add(PATH, ask.path());
    sheet.add(STATUS, head.status());
    addHeaders(sheet, head);
    String body = HttpBody.text(head, sheet);
    sheet.add(TITLE, Markup.title(body));
    sheet.add(BODY, body);
    List<String> pointers = new ArrayList<>(head.all("Location"));
    pointers.addAll(Markup.pointers(body));
    pointers.stream().distinct().forEach(p -> sheet.add(LOCATION, p));
    return sheet.step(reply, follow(pointers, reply, ask));
  }

  /** A TLS server, or something else that speaks first, at a port asked in clear. */
  private static Step notHttp(FactSheet sheet, Heard.Reply reply, Ask.Http ask) {
    byte[] bytes = reply.bytes();
    if (bytes.length == 0) {
      return sheet.isEmpty() ? Step.ended(Outcome.SILENT) : sheet.step(reply, List.of());
    }
    boolean alert = bytes.length >= 3 && bytes[0] == 0x15 && bytes[1] == 3;
    sheet.add(BANNER, SaidText.decode(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 512))));
    List<Step.FollowUp> next =
        alert && !ask.tls() && !isFollowing(ask)
            ? List.of(
                new Step.FollowUp(
                    reply.from(), HttpProbe.ask(ask.port(), true, ask.path(), FOLLOWING)))
            : List.of();
    return new Step(Outcome.GARBLED, sheet.facts(), next);
  }

  private static void addHeaders(FactSheet sheet, MessageHead head) {
    head.all("Server").forEach(s -> sheet.add(SERVER, s));
    for (MessageHead.Header header : head.headers()) {
      boolean cookie = header.name().equalsIgnoreCase("Set-Cookie");
      String name = header.value().split("=", 2)[0].strip();
      if (cookie) {
        sheet.add(COOKIE, name);
      }
      // A cookie's value is a session that was made for this question: nothing about the device.
      sheet.add(HEADER, header.name() + ": " + (cookie ? name : header.value()));
    }
    sheet.add(HEADER_NAMES, head.names());
    head.all("WWW-Authenticate").forEach(c -> sheet.add(CHALLENGE, c));
    head.realms("WWW-Authenticate").forEach(r -> sheet.add(REALM, r));
  }

  private static List<Step.FollowUp> follow(
      List<String> pointers, Heard.Reply reply, Ask.Http ask) {
    if (isFollowing(ask)) {
      return List.of();
    }
    Optional<SameHost> first =
        pointers.stream()
            .flatMap(p -> SameHost.of(p, reply.from(), ask.port(), ask.tls()).stream())
            .filter(SameHost::isSafe)
            .filter(s -> !isAskedAnyway(s) && !isSame(s, ask))
            .findFirst();
    return first
        .map(s -> HttpProbe.ask(s.port(), s.tls(), s.path(), FOLLOWING))
        .map(a -> List.of(new Step.FollowUp(reply.from(), a)))
        .orElse(List.of());
  }

  private static boolean isFollowing(Ask.Http ask) {
    return FOLLOWING.equals(ask.headers().get("Accept"));
  }

  private static boolean isSame(SameHost there, Ask.Http ask) {
    return there.port() == ask.port()
        && there.tls() == ask.tls()
        && there.path().equals(ask.path());
  }

  private static boolean isAskedAnyway(SameHost there) {
    return there.path().equals("/") && there.port() == (there.tls() ? 443 : 80);
  }
}
