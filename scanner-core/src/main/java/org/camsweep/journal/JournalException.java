package org.camsweep.journal;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The result folder could not be written any further, for example because the disk is full. What
 * was written before stays readable; the scan must stop.
 */
public final class JournalException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  JournalException(String file, IOException cause) {
    super(
        file + " cannot be written (" + cause.getMessage() + "); free space or check its rights",
        cause);
  }
}
