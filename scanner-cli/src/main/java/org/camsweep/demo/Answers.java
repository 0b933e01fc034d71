package org.camsweep.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;

/** An answer of the data file as bytes: words filled in, length and time of day known. */
final class Answers {
  private Answers() {}

  /** Head lines, an empty line, and the body; {@code ${length}} is the body's in bytes. */
  static byte[] bytes(DemoDevice.Reply reply, Words words) {
    byte[] body = words.fill(reply.body()).getBytes(StandardCharsets.UTF_8);
    Words all = words.and(Map.of("length", Integer.toString(body.length)));
    StringBuilder head = new StringBuilder();
    reply.head().forEach(line -> head.append(all.fill(line)).append("\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  /** The time in UTC, as ONVIF counts it. */
  static Map<String, String> time(Clock clock) {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    return Map.of(
        "year", Integer.toString(now.getYear()),
        "month", Integer.toString(now.getMonthValue()),
        "day", Integer.toString(now.getDayOfMonth()),
        "hour", Integer.toString(now.getHour()),
        "minute", Integer.toString(now.getMinute()),
        "second", Integer.toString(now.getSecond()));
  }
}
