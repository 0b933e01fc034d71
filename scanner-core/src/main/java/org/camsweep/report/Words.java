package org.camsweep.report;

import org.camsweep.config.YamlValue;

/** How constants are written in every output: {@code NOT_ASSESSED} is not-assessed. */
public final class Words {
  private Words() {}

  public static String of(Enum<?> constant) {
    return YamlValue.word(constant);
  }
}
