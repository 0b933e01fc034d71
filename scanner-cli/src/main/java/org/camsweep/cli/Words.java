package org.camsweep.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.YamlValue;
import org.camsweep.report.Redaction;
import org.camsweep.site.SensitiveReason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Small turns of phrase, and words of options. */
final class Words {
  private Words() {}

  /** {@code 1 network}, {@code 2 networks}. */
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  private static List<String> reasons() {
    return Stream.of(SensitiveReason.values()).map(YamlValue::word).toList();
  }

  /** Reads {@code owner-decision} and its like. */
  static final class SensitiveReasons implements ITypeConverter<SensitiveReason> {
    @Override
    public SensitiveReason convert(String word) {
      return Stream.of(SensitiveReason.values())
          .filter(r -> YamlValue.word(r).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is no reason; use one of: " + String.join(", ", reasons())));
    }
  }

  /** For shell completion. */
  static final class SensitiveReasonWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return reasons().iterator();
    }
  }

  private static List<String> redactions() {
    return Stream.of(Redaction.Kind.values()).map(YamlValue::word).toList();
  }

  /** Reads {@code serial}, {@code mac} and {@code host}. */
  static final class RedactionKinds implements ITypeConverter<Redaction.Kind> {
    @Override
    public Redaction.Kind convert(String word) {
      return Stream.of(Redaction.Kind.values())
          .filter(k -> YamlValue.word(k).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + word
                          + "' is not redacted; use one of: "
                          + String.join(", ", redactions())));
    }
  }

  /** For shell completion. */
  static final class RedactionKindWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return redactions().iterator();
    }
  }
}
