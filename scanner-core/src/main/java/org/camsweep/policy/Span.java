package org.camsweep.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.config.ConfigException;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/**
 * A stretch of days, open where nothing is written. Files may give a year, a month or a day; the
 * stretch is the longest that the words allow.
 *
 * @param from first day
 * @param to last day
 */
record Span(Optional<LocalDate> from, Optional<LocalDate> to) {
  static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  boolean holds(LocalDate day) {
    return !startsAfter(day) && !endedBefore(day);
  }

  boolean startsAfter(LocalDate day) {
    return from.isPresent() && from.get().isAfter(day);
  }

  boolean endedBefore(LocalDate day) {
    return to.isPresent() && to.get().isBefore(day);
  }

  /** The stretch between two keys of a mapping. */
  static Span read(YamlMap map, String fromKey, String toKey) throws ConfigException {
    Optional<YamlValue> from = map.get(fromKey);
    Optional<YamlValue> to = map.get(toKey);
    Span span =
        new Span(
            from.isEmpty() ? Optional.empty() : Optional.of(first(from.get())),
            to.isEmpty() ? Optional.empty() : Optional.of(last(to.get())));
    if (span.from.isPresent() && span.to.isPresent() && span.to.get().isBefore(span.from.get())) {
      throw map.keyWrong(
          toKey, "'" + toKey + "' is before '" + fromKey + "'", "swap them or correct one");
    }
    return span;
  }

  /** A whole date. */
  static LocalDate day(YamlValue value) throws ConfigException {
    Matcher m = matched(value);
    if (m.group(3) == null) {
      throw value.wrong("'" + value.text() + "' is not a day", "write YYYY-MM-DD");
    }
    return first(value);
  }

  private static LocalDate first(YamlValue value) throws ConfigException {
    Matcher m = matched(value);
    try {
      return LocalDate.of(
          Integer.parseInt(m.group(1)),
          m.group(2) == null ? 1 : Integer.parseInt(m.group(2)),
          m.group(3) == null ? 1 : Integer.parseInt(m.group(3)));
    } catch (DateTimeException e) {
      throw value.wrong("'" + value.text() + "' is no date", "write a day that exists");
    }
  }

  private static LocalDate last(YamlValue value) throws ConfigException {
    Matcher m = matched(value);
    LocalDate first = first(value);
    if (m.group(3) != null) {
      return first;
    }
    return m.group(2) != null
        ? YearMonth.from(first).atEndOfMonth()
        : LocalDate.of(first.getYear(), 12, 31);
  }

  private static Matcher matched(YamlValue value) throws ConfigException {
    Matcher m = FORM.matcher(value.text());
    if (!m.matches()) {
      throw value.wrong(
          "'" + value.text() + "' is not a date", "write YYYY-MM-DD, YYYY-MM or YYYY");
    }
    return m;
  }

  @Override
  public String toString() {
    if (from.isEmpty() && to.isEmpty()) {
      return "at a time not stated";
    }
    return from.map(d -> "from " + d).orElse("")
        + (from.isPresent() && to.isPresent() ? " " : "")
        + to.map(d -> "until " + d).orElse("");
  }
}
