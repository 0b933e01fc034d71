package org.camsweep.export.syslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Report;

/**
 * Messages of RFC 5424, one a line, each with an event in the Common Event Format: the scan, each
 * device, each finding. {@link #messages} gives them one by one, to be sent to a log host.
 */
public final class SyslogExporter implements Exporter {
  @Override
  public String format() {
    return "syslog";
  }

  @Override
  public String ending() {
    return "log";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    for (String message : messages(report)) {
      out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The messages, without line ends, each at most {@link SyslogMessage#MOST_BYTES} long. */
  public static List<String> messages(Report report) {
    return Events.of(report).stream().map(SyslogMessage::of).toList();
  }
}
