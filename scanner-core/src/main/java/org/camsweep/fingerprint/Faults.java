package org.camsweep.fingerprint;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.ConfigException;

/** Collects what is wrong in a pack, so that its author sees all of it at once. */
final class Faults {
  /** Something that reads and may fail. */
  interface Step {
    void run() throws ConfigException;
  }

  private final List<ConfigException> found = new ArrayList<>();

  void add(ConfigException fault) {
    found.add(fault);
  }

  /** Runs the step; a failure is kept and reading goes on. */
  void attempt(Step step) {
    try {
      step.run();
    } catch (ConfigException e) {
      found.add(e);
    }
  }

  List<ConfigException> found() {
    return List.copyOf(found);
  }
}
