package org.camsweep.cli;

import java.io.PrintWriter;
import org.camsweep.observe.Plain;

/** The trace of a fault of ours: its messages may quote a device, and stay on their lines. */
final class SafeTrace {
  private static final int CAUSES = 8;
  private static final int LONGEST = 2_000;

  private SafeTrace() {}

  static void print(Throwable fault, PrintWriter to) {
    Throwable one = fault;
    for (int i = 0; i < CAUSES && one != null; i++) {
      to.println((i == 0 ? "" : "caused by ") + Plain.of(String.valueOf(one), LONGEST));
      for (StackTraceElement frame : one.getStackTrace()) {
        to.println("  at " + Plain.of(frame.toString()));
      }
      for (Throwable beside : one.getSuppressed()) {
        to.println("  beside " + Plain.of(String.valueOf(beside), LONGEST));
      }
      one = one.getCause();
    }
  }
}
