package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.List;
import org.camsweep.report.Interview;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;

/** What recorders say of the cameras behind them. */
final class BehindList {
  private static final int FEW = 8;

  private final PrintWriter out;
  private final Paint paint;
  private final int columns;
  private final boolean all;

  BehindList(PrintWriter out, Paint paint, int columns, boolean all) {
    this.out = out;
    this.paint = paint;
    this.columns = columns;
    this.all = all;
  }

  void print(Report report) {
    List<Entry> recorders = report.entries().stream().filter(e -> !e.behind().isEmpty()).toList();
    if (recorders.isEmpty()) {
      return;
    }
    out.println();
    out.println(
        paint.heading("BEHIND RECORDERS") + "  by the recorder's own word; not judged, maybe free");
    for (Entry recorder : recorders) {
      List<Interview.Channel> channels = recorder.behind();
      int shown = all ? channels.size() : Math.min(FEW, channels.size());
      out.println("  " + DeviceTable.address(recorder) + ": " + channels(channels.size()));
      channels.subList(0, shown).forEach(channel -> line(channel.text()));
      if (shown < channels.size()) {
        line("and " + (channels.size() - shown) + " more (-v shows them)");
      }
    }
  }

  private static String channels(int count) {
    return Words.count(count, "channel");
  }

  private void line(String text) {
    Cells.wrap(text, columns - 4).forEach(l -> out.println("    " + l));
  }
}
