package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camsweep.exposure.Exposure;
import org.camsweep.exposure.Sight;
import org.camsweep.exposure.Topic;
import org.camsweep.report.Report.Entry;

/**
 * Under the table, beside the verdicts: where a microphone or a way out was seen, and where not.
 */
final class ExposureList {
  private final PrintWriter out;
  private final int columns;

  ExposureList(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  void print(List<Entry> entries) {
    for (Topic topic : Topic.values()) {
      List<Entry> asked = entries.stream().filter(e -> e.exposure(topic).isPresent()).toList();
      if (!asked.isEmpty()) {
        Cells.wrap(line(topic, asked), columns).forEach(out::println);
      }
    }
  }

  private static String line(Topic topic, List<Entry> asked) {
    List<Entry> seen = with(topic, Sight.SEEN, asked);
    String title = topic.title();
    return title.substring(0, 1).toUpperCase(Locale.ROOT)
        + title.substring(1)
        + ": seen at "
        + (seen.isEmpty()
            ? "none"
            : seen.stream().map(DeviceTable::address).collect(Collectors.joining(", ")))
        + "; not seen at "
        + with(topic, Sight.NOT_SEEN, asked).size()
        + ", not determinable at "
        + with(topic, Sight.NOT_DETERMINABLE, asked).size();
  }

  private static List<Entry> with(Topic topic, Sight sight, List<Entry> entries) {
    return entries.stream()
        .filter(e -> e.exposure(topic).map(Exposure::sight).filter(sight::equals).isPresent())
        .toList();
  }
}
