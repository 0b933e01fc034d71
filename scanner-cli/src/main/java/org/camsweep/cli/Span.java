package org.camsweep.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people write it: {@code 90s}, {@code 10m}, {@code 2h}. */
final class Span implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})(s|m|h|d)");
  private static final Duration MOST = Duration.ofDays(31);

  @Override
  public Duration convert(String word) {
    Matcher form = FORM.matcher(word);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + word + "' is no length of time; write it as 90s, 10m, 2h or 1d");
    }
    long number = Long.parseLong(form.group(1));
    Duration span =
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (span.compareTo(MOST) > 0) {
      throw new TypeConversionException("'" + word + "' is more than 31 days; write less");
    }
    return span;
  }
}
