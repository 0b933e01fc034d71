package org.camsweep.export.spi;

import java.io.IOException;
import java.io.OutputStream;
import org.camsweep.report.Report;

/** One output format: the same report gives the same bytes. */
public interface Exporter {
  /** The word after {@code -o}, for example {@code csv}. */
  String format();

  /** The file's ending, for example {@code csv}. */
  String ending();

  /** Writes the report; does not close the stream. */
  void write(Report report, OutputStream out) throws IOException;
}
