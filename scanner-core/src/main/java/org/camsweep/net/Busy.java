package org.camsweep.net;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a reply is a device's request to be left alone for a while: HTTP 429 (RFC 6585 section 4)
 * or 503 (RFC 9110 section 15.6.4), the same of RTSP, and its {@code Retry-After} in seconds.
 */
public final class Busy {
  private static final Duration USUAL = Duration.ofSeconds(2);

  /** No device is left alone for longer before it is asked once more. */
  public static final int LONGEST_SECONDS = 30;

  private static final int HEAD_BYTES = 2_048;

  private static final Pattern STATUS =
      Pattern.compile("(?:HTTP/1\\.[01]|RTSP/[12]\\.0) (?:429|503)[ \\r\\n]");

  private static final Pattern RETRY_AFTER =
      Pattern.compile("(?i)\\r?\\nretry-after:[ \\t]{0,8}([0-9]{1,9})[ \\t]{0,8}\\r?\\n");

  private Busy() {}

  /** Whether it wants to be left alone for longer than it is. */
  public static boolean isCapped(byte[] reply) {
    return stated(reply).filter(s -> s > LONGEST_SECONDS).isPresent();
  }

  /** How long it wants to be left alone, 1 to 30 s; empty if it does not. */
  static Optional<Duration> of(byte[] reply) {
    return stated(reply)
        .map(s -> s < 0 ? USUAL : Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, s))));
  }

  /** Seconds; negative where it names none, empty where it is not busy. */
  private static Optional<Long> stated(byte[] reply) {
    int length = Math.min(reply.length, HEAD_BYTES);
    if (length < 12 || !(reply[9] == '4' || reply[9] == '5')) {
      return Optional.empty();
    }
    String head = new String(reply, 0, length, StandardCharsets.ISO_8859_1);
    if (!STATUS.matcher(head).lookingAt()) {
      return Optional.empty();
    }
    Matcher stated = RETRY_AFTER.matcher(head);
    return Optional.of(stated.find() ? Long.parseLong(stated.group(1)) : -1L);
  }
}
