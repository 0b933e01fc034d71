package org.camsweep.scan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camsweep.device.Device;
import org.camsweep.interview.Interviewer;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;

/** The words by which the journal says how an interview went. */
final class InterviewWord {
  static final Field OUTCOME = Field.of("interview.outcome");
  static final Field WHY = Field.of("interview.why");

  /** Written before the first question, so that a killed scan does not log in again. */
  static final String BEGAN = "began";

  static final String NOT_TRIED = "not-tried";

  private InterviewWord() {}

  static String of(Interviewer.Ending ending) {
    return ending == Interviewer.Ending.NOT_TRIED
        ? NOT_TRIED
        : org.camsweep.config.YamlValue.word(ending);
  }

  /** Whether the word says that a log-in was, or may have been, sent. */
  static boolean isAttempt(Optional<String> word) {
    return word.filter(w -> !w.equals(NOT_TRIED)).isPresent();
  }

  /** Whether the device used a word, whole, in anything that was heard of it. */
  static boolean said(Device device, String word) {
    Pattern whole =
        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
    return device.observations().stream()
        .flatMap(o -> o.facts().stream())
        .map(Fact::value)
        .anyMatch(v -> whole.matcher(v).find());
  }
}
