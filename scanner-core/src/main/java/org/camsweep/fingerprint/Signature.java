package org.camsweep.fingerprint;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Field;

/**
 * One pattern over one field, and what it says of a device that matches.
 *
 * @param id unique in the pack; starts with its file's name
 * @param file the file it stands in, as shown to authors
 * @param line 1-based line of the file
 * @param pattern RE2 syntax, found anywhere in the text unless anchored; groups named {@code
 *     model}, {@code serial}, {@code firmware}, {@code brand} and {@code mac} are captured
 * @param verified whether the source was seen
 * @param maker id of the maker it speaks for; absent when it says only the kind
 * @param brand the label it speaks for
 * @param device the kind it speaks for
 * @param all further conditions, each on some fact of the same observation
 */
public record Signature(
    String id,
    String file,
    int line,
    Field field,
    Pattern pattern,
    EvidenceKind evidence,
    boolean verified,
    Optional<String> maker,
    Optional<String> brand,
    Optional<DeviceKind> device,
    List<Condition> all,
    String source,
    List<Example> examples,
    List<String> nonExamples) {
  /** The group names that are captured. */
  public static final List<String> CAPTURES =
      List.of("model", "serial", "firmware", "brand", "mac");

  public Signature {
    all = List.copyOf(all);
    examples = List.copyOf(examples);
    nonExamples = List.copyOf(nonExamples);
  }

  /**
   * A condition on the same observation.
   *
   * @param example a text that meets it, if the author gave one
   */
  public record Condition(Field field, Pattern pattern, Optional<String> example) {}

  /**
   * A text that must match.
   *
   * @param captures every captured group with the text that it must capture
   */
  public record Example(String text, Map<String, String> captures) {
    public Example {
      captures = Map.copyOf(captures);
    }
  }
}
