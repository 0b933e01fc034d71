package org.camsweep.adversary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Lengths, chunks, encodings and times of HTTP that lie. */
final class HttpTricks {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String HTML = "Content-Type: text/html\r\n";
  private static final String PAGE = "<html><title>Adversary</title></html>";

  private HttpTricks() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "http-endless-body",
            "a body without length or end",
            "bytes of a reply",
            web(Tcp.endless(OK + "\r\n", "endless "))),
        Behaviour.of(
            "http-drip",
            "one byte a second",
            "time of a reply",
            web(Tcp.drip(OK + HTML + "\r\n" + PAGE, 1_000))),
        Behaviour.of(
            "http-drip-header",
            "header lines for ever, slowly",
            "time of a reply",
            web(Tcp.drip(OK + "X-Line: more\r\n", 100))),
        Behaviour.of(
            "http-header-10mb",
            "one header of 10 MB",
            "bytes of a head",
            web(Tcp.says(OK + "X-Long: " + "a".repeat(10_000_000) + "\r\n\r\n" + PAGE))),
        Behaviour.of(
            "http-headers-100k",
            "100,000 headers",
            "headers of a reply",
            web(Tcp.says(OK + "X-Many: 1\r\n".repeat(100_000) + "\r\n" + PAGE))),
        Behaviour.of(
            "http-gzip-bomb",
            "100 MB of zeros in 100 kB of gzip, not asked for",
            "no decoding",
            web(Tcp.says(encoded("gzip")))),
        Behaviour.of(
            "http-deflate-bomb",
            "the same by deflate",
            "no decoding",
            web(Tcp.says(encoded("deflate")))),
        Behaviour.of(
            "http-length-huge",
            "a length of 2^63 and little else",
            "time of a reply",
            web(stay(OK + "Content-Length: 9223372036854775808\r\n\r\n" + PAGE))),
        Behaviour.of(
            "http-length-negative",
            "a negative length",
            "framing",
            web(Tcp.says(OK + "Content-Length: -1\r\n\r\n" + PAGE))),
        Behaviour.of(
            "http-length-short",
            "a length of 5 and megabytes",
            "framing",
            web(Tcp.endless(OK + "Content-Length: 5\r\n\r\n", "more "))),
        Behaviour.of(
            "http-lengths-two",
            "two lengths that differ",
            "framing",
            web(Tcp.says(OK + "Content-Length: 3\r\nContent-Length: 3000\r\n\r\n" + PAGE))),
        Behaviour.of(
            "http-chunk-bad",
            "chunk sizes that are no numbers",
            "framing",
            web(Tcp.says(chunked("zz\r\n" + PAGE + "\r\n-5\r\n\r\n0\r\n\r\n")))),
        Behaviour.of(
            "http-chunk-huge",
            "a chunk of 2^64 bytes",
            "framing",
            web(stay(chunked("ffffffffffffffff\r\n" + PAGE)))),
        Behaviour.of(
            "http-chunk-extension",
            "a chunk extension without end",
            "bytes of a reply",
            web(Tcp.endless(chunked("5"), ";ext=value"))),
        Behaviour.of(
            "http-chunks-tiny",
            "chunks of one byte without end",
            "bytes of a reply",
            web(Tcp.endless(chunked(""), "1\r\na\r\n"))),
        Behaviour.of(
            "http-trailers",
            "trailers without end",
            "bytes of a reply",
            web(Tcp.endless(chunked("0\r\n"), "X-Trailer: 1\r\n"))),
        Behaviour.of(
            "http-continue",
            "100 Continue for ever",
            "bytes of a reply",
            web(Tcp.endless("", "HTTP/1.1 100 Continue\r\n\r\n"))),
        Behaviour.of("http-empty", "closes without a word", "an empty reply", web(socket -> {})),
        Behaviour.of(
            "http-two-answers",
            "two answers to one question",
            "framing",
            web(Tcp.says(length(PAGE) + length("<title>second</title>")))),
        Behaviour.of(
            "http-retry-after",
            "429 and to come back in 30 years",
            "patience with the busy",
            web(Tcp.says("HTTP/1.1 429 Busy\r\nRetry-After: 999999999\r\n\r\n"))),
        Behaviour.of(
            "http-retry-date",
            "503 until the year 9999",
            "patience with the busy",
            web(
                Tcp.says(
                    "HTTP/1.1 503 Busy\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n\r\n"))),
        Behaviour.of(
            "http-status-odd",
            "a status that is no number",
            "parsing",
            web(Tcp.says("HTTP/9.9 9e99 \u0000\r\n\r\n" + PAGE))),
        Behaviour.of(
            "http-no-http",
            "64 kB of binary in place of HTTP",
            "parsing",
            web(Tcp.says(binary(65_536)))));
  }

  static Server web(Tcp.Talk talk) {
    return Tcp.at(80, talk);
  }

  static String length(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return OK + HTML + "Content-Length: " + length + "\r\n\r\n" + body;
  }

  static String chunked(String body) {
    return OK + HTML + "Transfer-Encoding: chunked\r\n\r\n" + body;
  }

  static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + i / 256);
    }
    return bytes;
  }

  /** Says it and keeps the connection, as if more would come. */
  static Tcp.Talk stay(String text) {
    return socket -> {
      Tcp.head(socket);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      Thread.sleep(Tcp.SECONDS * 1_000L);
    };
  }

  private static byte[] encoded(String how) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      all.writeBytes(
          (OK + HTML + "Content-Encoding: " + how + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1_000_000];
      try (DeflaterOutputStream out =
          how.equals("gzip") ? new GZIPOutputStream(all) : new DeflaterOutputStream(all)) {
        for (int i = 0; i < 100; i++) {
          out.write(zeros);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }
}
