package org.camsweep.cli;

import java.util.Collection;
import java.util.List;

/** What the process ends with, for scripts. When several apply: 5, 3, 1, 10, 4, 0. */
final class ExitCode {
  /** Done, nothing at or above the gate, coverage met. */
  static final int DONE = 0;

  /** Unexpected: input or output failed, or a fault in camsweep. */
  static final int FAILED = 1;

  /** Wrong use: an option, a site file or a data file cannot be read. */
  static final int WRONG_USE = 2;

  /** Refused for safety: a public address, a scope too large, an authorisation that ran out. */
  static final int REFUSED = 3;

  /** Not complete: stopped, or coverage below what was asked for. */
  static final int INCOMPLETE = 4;

  /** Devices ceased to answer. */
  static final int DEVICES_LOST = 5;

  /** A finding at or above the gate, or an expired waiver. */
  static final int FINDING = 10;

  /** {@code diff} found changes. */
  static final int CHANGES = 11;

  /** {@code verify}: a hash is wrong. */
  static final int NOT_GENUINE = 20;

  /** The user interrupted. */
  static final int INTERRUPTED = 130;

  private static final List<Integer> FIRST =
      List.of(DEVICES_LOST, REFUSED, FAILED, FINDING, INCOMPLETE, DONE);

  private ExitCode() {}

  /** The one to end with when several of {@code 5, 3, 1, 10, 4, 0} apply; 0 when none does. */
  static int of(Collection<Integer> several) {
    return FIRST.stream().filter(several::contains).findFirst().orElse(DONE);
  }
}
