package org.camsweep.policy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Plain;

/**
 * The rows of an inventory, before anybody asks what they mean: UTF-8, CSV (RFC 4180), a header of
 * known columns, every row as wide as the header. What is doubtful is refused at its line and not
 * guessed at, because a row that moved by one cell, or was swallowed by a quote that nobody closed,
 * approves another device than its author meant.
 */
final class InventoryTable {
  private static final List<String> COLUMNS =
      List.of("mac", "serial", "address", "maker", "model", "acquired", "note");
  private static final int MAX_ROWS = 1_000_000;
  private static final int MAX_CELL = 4_096;
  private static final int MAX_SHOWN = 60;

  /** One row. */
  record Cells(int line, List<String> header, List<String> values) {
    /** The cell of a column, without blanks around it; empty where nothing stands. */
    Optional<String> at(String column) {
      int index = header.indexOf(column);
      return index < 0
          ? Optional.empty()
          : Optional.of(values.get(index).strip()).filter(c -> !c.isEmpty());
    }
  }

  /** Takes a row. */
  interface Taker {
    void take(Cells cells) throws ConfigException;
  }

  private final String file;
  private List<String> header = List.of();
  private int rows;

  private InventoryTable(String file) {
    this.file = file;
  }

  static void read(DataFile file, Taker taker) throws ConfigException {
    new InventoryTable(file.name()).read(text(file), taker);
  }

  private static String text(DataFile file) throws ConfigException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ConfigException(
          file.name(), 0, "is not UTF-8 text", "let the spreadsheet save it as 'CSV UTF-8'");
    }
  }

  private void read(String text, Taker taker) throws ConfigException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        int line = (int) record.getStartingLineNumber();
        if (header.isEmpty()) {
          header(line, record.getFields());
        } else {
          taker.take(row(line, record.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new ConfigException(
          file, line(e), "is not CSV", "check the quotes: '\"' around a cell, '\"\"' within it");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
    if (rows == 0) {
      throw new ConfigException(
          file, 0, "has no rows", "write a header line and one row for each device");
    }
  }

  private void header(int line, List<String> names) throws ConfigException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        throw new ConfigException(
            file,
            line,
            "unknown column '" + Plain.of(name, MAX_SHOWN) + "'",
            "use " + String.join(", ", COLUMNS));
      }
      if (!seen.add(name)) {
        throw new ConfigException(file, line, "column '" + name + "' twice", "keep one of them");
      }
    }
    header = List.copyOf(names);
  }

  private Cells row(int line, List<String> values) throws ConfigException {
    if (++rows > MAX_ROWS) {
      throw new ConfigException(file, line, "more than a million rows", "split it");
    }
    if (values.size() != header.size()) {
      throw new ConfigException(
          file,
          line,
          "a row of " + values.size() + " cells under a header of " + header.size(),
          "give every row as many cells as the header; a cell with a comma needs quotes");
    }
    for (int i = 0; i < values.size(); i++) {
      cell(line, header.get(i), values.get(i));
    }
    return new Cells(line, header, List.copyOf(values));
  }

  private void cell(int line, String column, String value) throws ConfigException {
    if (value.length() > MAX_CELL) {
      throw new ConfigException(
          file, line, column + " is longer than " + MAX_CELL + " characters", "shorten it");
    }
    if (!column.equals("note") && !Plain.of(value).equals(value)) {
      throw new ConfigException(
          file,
          line,
          column + " holds a character that is not shown: " + Plain.of(value, MAX_SHOWN),
          "write it anew");
    }
  }

  /** The library says the line in words alone, and not always. */
  private static int line(CsvParseException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      java.util.regex.Matcher said =
          java.util.regex.Pattern.compile("line (\\d{1,9})")
              .matcher(String.valueOf(cause.getMessage()));
      if (said.find()) {
        return Integer.parseInt(said.group(1));
      }
    }
    return 0;
  }
}
