package org.camsweep.export.syslog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camsweep.observe.Plain;

/**
 * One event in ArcSight's Common Event Format, version 0 of the header.
 *
 * @param kind scan, device or finding
 * @param severity of syslog: 4 warning, 5 notice, 6 informational
 * @param weight CEF's own severity, 0 to 10
 * @param signature which rule, or which kind of event
 * @param extension keys of CEF's dictionary and their values
 */
record Event(
    String kind,
    Instant at,
    int severity,
    int weight,
    String tool,
    String signature,
    String name,
    Map<String, String> extension) {
  static final int LONGEST_VALUE = 400;

  Event {
    extension = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extension));
  }

  /**
   * The event as text.
   *
   * @param longest characters that a value may have
   */
  String cef(int longest) {
    StringBuilder text = new StringBuilder("CEF:0|camsweep|camsweep|");
    text.append(header(tool, longest)).append('|');
    text.append(header(signature, longest)).append('|');
    text.append(header(name, longest)).append('|').append(weight).append('|');
    String gap = "";
    for (Map.Entry<String, String> pair : extension.entrySet()) {
      if (!pair.getValue().isEmpty()) {
        text.append(gap).append(pair.getKey()).append('=').append(value(pair.getValue(), longest));
        gap = " ";
      }
    }
    return text.toString();
  }

  private static String header(String said, int longest) {
    return Plain.of(said, longest).replace("\\", "\\\\").replace("|", "\\|");
  }

  private static String value(String said, int longest) {
    return Plain.of(said, longest).replace("\\", "\\\\").replace("=", "\\=");
  }
}
