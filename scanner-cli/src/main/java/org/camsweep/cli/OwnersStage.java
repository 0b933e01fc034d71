package org.camsweep.cli;

import java.util.List;

/**
 * A stage of the scan that the owner's site file switches on, and {@code --probes} may leave out.
 */
final class OwnersStage {
  private OwnersStage() {}

  /**
   * Whether the words of {@code --probes} leave it on.
   *
   * @param name as in {@code --probes}
   * @param configured whether a network in scope has what the stage needs
   * @param needs what that is
   * @throws StopException if the words ask for it and no network has it
   */
  static boolean wanted(String name, List<String> words, boolean configured, String needs)
      throws StopException {
    boolean named = words.contains(name) || words.contains("+" + name);
    if (named && !configured) {
      throw StopException.wrongUse(
          name + " needs " + needs, "name them in the site file ('camsweep site init' shows how)");
    }
    boolean only = words.stream().anyMatch(w -> !w.startsWith("+") && !w.startsWith("-"));
    return configured && !words.contains("-" + name) && (!only || named);
  }
}
