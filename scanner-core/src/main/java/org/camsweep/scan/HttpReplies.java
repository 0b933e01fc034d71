package org.camsweep.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.MessageHead;

/**
 * Answers of HTTP or RTSP that follow each other on one connection (RFC 9112 §9.3, RFC 2326 §4),
 * each with the request that it answers: its method, and its path without the query, which may hold
 * a log-in.
 */
final class HttpReplies {
  private static final int MAX = 16;
  private static final Pattern REQUEST =
      Pattern.compile("([A-Z_]{3,20}) (\\S{1,2048}) (?:HTTP|RTSP)/\\d\\.\\d");

  /**
   * One answer.
   *
   * @param method empty where the request was not captured
   * @param whole whether its end was there
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(String method, String path, byte[] bytes, boolean whole) {}

  private record Request(String method, String path) {}

  private HttpReplies() {}

  static List<Reply> of(byte[] toServer, byte[] toClient, String protocol) {
    List<Request> requests = requests(toServer);
    List<Reply> replies = new ArrayList<>();
    byte[] left = toClient;
    while (MessageHead.starts(left, protocol) && replies.size() < MAX) {
      Request asked =
          replies.size() < requests.size() ? requests.get(replies.size()) : new Request("", "/");
      int length = length(left, asked.method(), protocol);
      boolean whole = length >= 0 && length <= left.length;
      int end = whole ? length : left.length;
      replies.add(new Reply(asked.method(), asked.path(), Arrays.copyOf(left, end), whole));
      left = Arrays.copyOfRange(left, end, left.length);
    }
    return replies;
  }

  private static List<Request> requests(byte[] bytes) {
    List<Request> found = new ArrayList<>();
    Matcher lines = REQUEST.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (found.size() < MAX && lines.find()) {
      found.add(new Request(lines.group(1), path(lines.group(2))));
    }
    return found;
  }

  private static String path(String target) {
    String path = target.replaceFirst("^[a-z]{3,5}://[^/]*", "").replaceFirst("[?#;].*", "");
    return path.startsWith("/") && path.matches("[\\x21-\\x7e]{1,2048}") ? path : "/";
  }

  /** How long the first message is; -1 where it does not say, so that it runs to the close. */
  private static int length(byte[] bytes, String method, String protocol) {
    int head = Framing.headEnd(bytes, bytes.length);
    if (head < 0) {
      return -1;
    }
    MessageHead message = MessageHead.parse(Arrays.copyOf(bytes, head));
    String status = message.status().orElse("");
    if (method.equals("HEAD") || status.startsWith("1") || status.matches("204|304")) {
      return head;
    }
    boolean chunked =
        message.all("Transfer-Encoding").stream()
            .anyMatch(e -> e.toLowerCase(Locale.ROOT).contains("chunked"));
    if (chunked) {
      return chunkedEnd(bytes, head);
    }
    String length = message.first("Content-Length").orElse(protocol.startsWith("RTSP") ? "0" : "");
    return length.matches("\\d{1,9}") ? head + Integer.parseInt(length) : -1;
  }

  private static int chunkedEnd(byte[] bytes, int head) {
    int at = head;
    while (at < bytes.length) {
      int line = at;
      while (line < bytes.length && bytes[line] != '\n') {
        line++;
      }
      String size =
          new String(bytes, at, Math.min(line - at, 16), StandardCharsets.ISO_8859_1)
              .replaceFirst(";.*", "")
              .strip();
      if (!size.matches("[0-9a-fA-F]{1,6}")) {
        return -1;
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return Math.min(line + 3, bytes.length); // an empty line; trailers are not read
      }
      at = line + 1 + length + 2;
    }
    return -1;
  }
}
