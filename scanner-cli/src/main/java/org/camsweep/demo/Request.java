package org.camsweep.demo;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request of HTTP or RTSP: its first line, its headers, its body. At most 16 KiB of head and 64
 * KiB of body.
 */
record Request(String method, String path, List<String> headers, String body) {
  private static final int MAX_HEAD = 16 * 1024;
  private static final int MAX_BODY = 64 * 1024;
  private static final Pattern SPACES = Pattern.compile(" +");

  /**
   * Reads the next request; empty if the client has said all.
   *
   * @throws IOException if it breaks off, or is none
   */
  static Optional<Request> read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    int left = MAX_HEAD;
    while (true) {
      Optional<String> line = line(in, left);
      if (line.isEmpty()) {
        if (lines.isEmpty()) {
          return Optional.empty();
        }
        throw new EOFException("a request broke off");
      }
      left -= line.get().length();
      if (line.get().isEmpty()) {
        break;
      }
      lines.add(line.get());
    }
    if (lines.isEmpty()) {
      throw new IOException("a request without a first line");
    }
    List<String> first = SPACES.splitAsStream(lines.get(0)).toList();
    if (first.size() < 2) {
      throw new IOException("not a request");
    }
    List<String> headers = lines.subList(1, lines.size());
    int length = header(headers, "content-length").map(Integer::parseInt).orElse(0);
    if (length < 0 || length > MAX_BODY) {
      throw new IOException("a body too long");
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(new Request(first.get(0), path(first.get(1)), List.copyOf(headers), body));
  }

  Optional<String> header(String name) {
    return header(headers, name);
  }

  private static Optional<String> header(List<String> headers, String name) {
    return headers.stream()
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(h -> h.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static String path(String target) {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  private static Optional<String> line(InputStream in, int max) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return Optional.empty();
      }
      if (out.size() >= max) {
        throw new IOException("a head too long");
      }
      if (b != '\r') {
        out.write(b);
      }
    }
    return Optional.of(out.toString(StandardCharsets.ISO_8859_1));
  }
}
