package org.camsweep.export.syslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes messages as RFC 5424 section 6 says: facility 13 (log audit), no structured data: all is
 * in the event. The host is not named: the report does not know on which the scan ran. The message
 * proper begins with {@code CEF:} and not with a byte-order mark, which keeps it an octet string
 * (section 6.4) that readers of CEF understand.
 */
public final class SyslogMessage {
  /** What every receiver should take (RFC 5424 section 6.1). */
  public static final int MOST_BYTES = 2_048;

  private static final int FACILITY = 13;

  private SyslogMessage() {}

  static String of(Event event) {
    String head =
        "<"
            + (FACILITY * 8 + event.severity())
            + ">1 "
            + time(event.at())
            + " - camsweep - "
            + event.kind()
            + " - ";
    int most = MOST_BYTES - head.getBytes(StandardCharsets.UTF_8).length;
    String cef = event.cef(Event.LONGEST_VALUE);
    for (int longest = Event.LONGEST_VALUE / 2; bytes(cef) > most; longest /= 2) {
      cef = event.cef(longest);
    }
    return head + cef;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Section 6.2.3 allows six digits of a second. */
  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
