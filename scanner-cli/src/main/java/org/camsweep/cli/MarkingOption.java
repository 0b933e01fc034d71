package org.camsweep.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.camsweep.observe.Plain;
import picocli.CommandLine.Option;

/** The protective marking of what is handed on: in the outputs, and in the names of their files. */
final class MarkingOption {
  private static final int LONGEST = 100;
  private static final int LONGEST_IN_A_NAME = 40;

  @Option(
      names = "--marking",
      paramLabel = "TEXT",
      description = "Protective marking of every output (default: the site file's).")
  private Optional<String> marking = Optional.empty();

  /** The marking given here, else the other one. */
  Optional<String> or(Optional<String> other) throws StopException {
    if (marking.isPresent()) {
      String text = marking.get();
      if (text.isBlank() || !Plain.of(text, LONGEST).equals(text)) {
        throw StopException.wrongUse(
            "--marking is empty, too long or not printable",
            "write at most " + LONGEST + " characters on one line");
      }
    }
    return marking.or(() -> other);
  }

  /** Without a language in the environment, as services start, Java writes no name beyond ASCII. */
  private static boolean isNameable(String word) {
    try {
      return !Path.of(word).toString().contains("?");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A marking as a part of file names: {@code OFFICIAL: SENSITIVE} is -OFFICIAL-SENSITIVE. */
  static String inNames(Optional<String> marking) {
    String word = marking.orElse("").replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    if (!isNameable(word)) {
      word = word.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
    int end = Math.min(word.length(), LONGEST_IN_A_NAME);
    if (end < word.length() && Character.isLowSurrogate(word.charAt(end))) {
      end--; // half a letter is no file name
    }
    return word.isEmpty() ? "" : "-" + word.substring(0, end);
  }
}
