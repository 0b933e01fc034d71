package org.camsweep.export.spi;

import java.util.List;
import java.util.stream.Collectors;
import org.camsweep.observe.Plain;

/**
 * A row of comma-separated values: quoted as RFC 4180 section 2 says, and never a formula. A value
 * that a spreadsheet could take for one, also behind blanks or in full-width characters, gets a
 * leading apostrophe (OWASP ASVS 4.0, 5.3.10, "CSV injection"); characters that are no text are
 * shown as escapes.
 */
public final class CsvRow {
  private static final String FORMULA = "=+-@＝＋－＠";

  private CsvRow() {}

  /** The row with its CRLF. */
  public static String of(List<String> values) {
    return values.stream().map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(String value) {
    String plain = Plain.of(value);
    return '"' + (isFormula(plain) ? "'" : "") + plain.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String plain) {
    return plain
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .limit(1)
        .anyMatch(c -> FORMULA.indexOf(c) >= 0);
  }
}
