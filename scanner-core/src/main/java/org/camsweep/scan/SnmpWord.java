package org.camsweep.scan;

import java.util.Optional;
import org.camsweep.config.YamlValue;
import org.camsweep.net.snmp.SnmpAsker;
import org.camsweep.observe.Field;

/** The words by which the journal says how asking a device by SNMP went. */
final class SnmpWord {
  static final Field OUTCOME = Field.of("snmp.outcome");
  static final Field WHY = Field.of("snmp.why");

  /** Written before the first question, so that a killed scan does not ask again. */
  static final String BEGAN = "began";

  static final String NOT_TRIED = "not-tried";

  private SnmpWord() {}

  static String of(SnmpAsker.Ending ending) {
    return YamlValue.word(ending);
  }

  /** Whether the word says that something was, or may have been, sent. */
  static boolean isAttempt(Optional<String> word) {
    return word.filter(w -> !w.equals(NOT_TRIED)).isPresent();
  }
}
