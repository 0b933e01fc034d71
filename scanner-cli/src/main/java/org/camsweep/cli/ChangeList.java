package org.camsweep.cli;

import java.io.PrintWriter;
import java.util.List;
import org.camsweep.config.YamlValue;
import org.camsweep.report.Change;
import org.camsweep.report.Report.Entry;

/** Changes between two results, one block each and their number. */
final class ChangeList {
  private static final int INDENT = 15;

  private final PrintWriter out;
  private final int columns;

  ChangeList(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /**
   * @param since follows the number of changes; may be empty
   * @param numberOnly whether the changes themselves are left out
   */
  void print(List<Change> changes, String since, boolean numberOnly) {
    if (!numberOnly) {
      changes.forEach(this::block);
    }
    String end = since.isEmpty() ? "." : " " + since + ".";
    Cells.wrap(Words.count(changes.size(), "change") + end, columns).forEach(out::println);
  }

  private void block(Change change) {
    Entry entry = change.after().or(change::before).orElseThrow();
    out.println(
        Cells.fit(YamlValue.word(change.kind()), INDENT)
            + Cells.cut(
                DeviceTable.address(entry) + "  " + DeviceTable.shownAs(entry), columns - INDENT));
    Cells.wrap(change.what(), columns - INDENT)
        .forEach(line -> out.println(" ".repeat(INDENT) + line));
  }
}
