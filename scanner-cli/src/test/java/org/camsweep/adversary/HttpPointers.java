package org.camsweep.adversary;

import static org.camsweep.adversary.HttpTricks.length;
import static org.camsweep.adversary.HttpTricks.web;

import java.util.List;
import java.util.function.Function;

/** Redirects and links that lead somewhere else. */
final class HttpPointers {
  private HttpPointers() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "redirect-loop",
            "/ to /a, /a to /",
            "follow-ups of a host",
            web(
                socket -> {
                  String to = Tcp.head(socket).startsWith("GET / ") ? "/a" : "/";
                  socket
                      .getOutputStream()
                      .write(redirect(to).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                })),
        redirect("out", "an address out of scope", p -> "http://" + Place.ELSEWHERE + "/"),
        redirect("name", "a name", p -> "http://" + Place.NAME + "/"),
        redirect("file", "a file", p -> "file:///etc/passwd"),
        redirect("gopher", "another protocol", p -> "gopher://" + Place.ELSEWHERE + ":70/_x"),
        redirect("loopback", "loopback", p -> "http://127.0.0.1/"),
        redirect("link-local", "a link-local address", p -> "http://169.254.169.254/latest/"),
        redirect("scanner", "the scanner itself", p -> "http://" + p.scanner() + "/"),
        redirect("neighbour", "an honest camera", p -> "http://" + p.victim() + "/reboot"),
        redirect(
            "userinfo",
            "an address hidden behind a name",
            p -> "http://" + p.address() + "@" + Place.ELSEWHERE + "/"),
        redirect("odd-digits", "an address in one number", p -> "http://3325256711/"),
        redirect("odd-port", "its own SSH port", p -> "http://" + p.address() + ":22/"),
        redirect("breaks", "a path that breaks the line", p -> "/x\u000bHost: y\tGET /reboot"),
        Behaviour.of(
            "refresh-out",
            "a meta refresh out of scope",
            "no pivot",
            web(
                Tcp.says(
                    length(
                        "<meta http-equiv=refresh content='0;url=http://"
                            + Place.ELSEWHERE
                            + "/'>")))),
        Behaviour.of(
            "icon-out",
            "an icon out of scope",
            "no pivot",
            web(Tcp.says(length("<link rel=icon href='http://" + Place.ELSEWHERE + "/i.ico'>")))),
        Behaviour.of(
            "icon-bomb",
            "an icon of 64 MB",
            "bytes of a reply",
            web(
                socket -> {
                  boolean page = Tcp.head(socket).startsWith("GET / ");
                  Tcp.Talk talk =
                      page
                          ? s ->
                              s.getOutputStream()
                                  .write(
                                      length("<link rel=icon href=/i.ico>")
                                          .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                          : s -> {
                            for (int i = 0; i < 1_000; i++) {
                              s.getOutputStream().write(HttpTricks.binary(65_536));
                            }
                          };
                  talk.on(socket);
                })));
  }

  private static Behaviour redirect(String name, String does, Function<Place, String> to) {
    Server server = place -> web(Tcp.says(redirect(to.apply(place)))).start(place);
    Server stream =
        place ->
            Tcp.at(
                    554,
                    Tcp.says(
                        "RTSP/1.0 302 Moved\r\nCSeq: 1\r\nLocation: "
                            + to.apply(place)
                            + "\r\n\r\n"))
                .start(place);
    return Behaviour.of("redirect-" + name, "redirects to " + does, "no pivot", server, stream);
  }

  private static String redirect(String to) {
    return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
  }
}
