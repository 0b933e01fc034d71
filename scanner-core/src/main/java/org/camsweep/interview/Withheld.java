package org.camsweep.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Observation;

/**
 * Keeps what we said in a log-in out of what a device is quoted with: a device can repeat a
 * request's header in any text of its own. Digests and nonces are withheld wherever they stand;
 * user name and password as whole words, unless the device said the word before we came. (A
 * password cannot come back from a device that never got it, but one that is easily guessed can be
 * guessed from the digest.)
 */
final class Withheld {
  static final String MARK = "(withheld)";
  private static final int MIN_LENGTH = 8;

  private final List<Pattern> patterns = new ArrayList<>();
  private boolean any;

  /**
   * @param saidBefore whether the device used a word before any log-in
   */
  Withheld(Secret secret, Predicate<String> saidBefore) {
    char[] password = secret.password();
    for (String word : List.of(secret.user(), new String(password))) {
      if (!word.isBlank() && !saidBefore.test(word)) {
        patterns.add(wholeWord(word));
      }
    }
    java.util.Arrays.fill(password, '\0');
  }

  private static Pattern wholeWord(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
  }

  /** Something we computed and sent: a digest or a nonce. */
  void add(String sent) {
    if (sent.length() >= MIN_LENGTH) {
      patterns.add(Pattern.compile(Pattern.quote(sent)));
    }
  }

  String in(String said) {
    String text = said;
    for (Pattern pattern : patterns) {
      String without = pattern.matcher(text).replaceAll(MARK);
      any |= !without.equals(text);
      text = without;
    }
    return text;
  }

  /** The facts, and one more if anything of the log-in stood in them. */
  List<Fact> stated(List<Fact> facts) {
    List<Fact> all = new ArrayList<>(facts);
    if (any) {
      all.add(Fact.of(Observation.WITHHELD, "what was sent in the log-in, in its answer"));
    }
    return all;
  }
}
