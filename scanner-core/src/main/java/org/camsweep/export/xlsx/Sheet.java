package org.camsweep.export.xlsx;

import java.util.List;

/**
 * One table.
 *
 * @param name of the sheet, at most 31 characters
 * @param rows each as long as the headings
 */
record Sheet(String name, List<String> headings, List<List<String>> rows) {
  Sheet {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }
}
