package org.camsweep.house;

import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The end of a test that cannot run where it stands: said aloud and counted as aborted, never as
 * passed. Where {@code CI} is set it is a failure, for there everything that a test needs is to be
 * installed.
 */
public final class NotRun {
  private NotRun() {}

  /**
   * Ends the test.
   *
   * @param why what is lacking, and the cure
   */
  public static void because(String why) {
    String said = "NOT RUN: " + why;
    System.err.println("\n*** " + said + " ***\n");
    end(said, Objects.requireNonNullElse(System.getenv("CI"), ""));
  }

  /** Ends the test unless it can run here. */
  public static void unless(boolean possible, String why) {
    if (!possible) {
      because(why);
    }
  }

  /** Ends the test anywhere but on Linux. */
  public static void unlessOnLinux(String why) {
    unless(System.getProperty("os.name").equals("Linux"), "it needs Linux: " + why);
  }

  static void end(String said, String ci) {
    if (ci.isEmpty() || ci.equals("false")) {
      Assumptions.abort(said);
    }
    Assertions.fail(said);
  }
}
