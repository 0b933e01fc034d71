package org.camsweep.policy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * Reads an approved inventory: CSV (RFC 4180), UTF-8, with a header. Columns: {@code mac}, {@code
 * serial}, {@code address} (at least one of them in each row), {@code maker}, {@code model}, {@code
 * acquired} (YYYY-MM-DD), {@code note}.
 */
public final class InventoryReader {
  private static final Set<String> COLUMNS =
      Set.of("mac", "serial", "address", "maker", "model", "acquired", "note");
  private static final int MAX_ROWS = 1_000_000;

  private InventoryReader() {}

  public static Inventory read(DataFile file) throws ConfigException {
    List<Inventory.Row> rows = new ArrayList<>();
    Map<Object, Integer> seen = new HashMap<>();
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(body)) {
      for (NamedCsvRecord record : csv) {
        int line = (int) record.getStartingLineNumber();
        if (rows.isEmpty()) {
          header(file.name(), record.getHeader());
        }
        Inventory.Row row = row(file.name(), line, record);
        once(file.name(), line, row, seen);
        rows.add(row);
        if (rows.size() > MAX_ROWS) {
          throw new ConfigException(file.name(), line, "more than a million rows", "split it");
        }
      }
    } catch (CsvParseException e) {
      throw new ConfigException(
          file.name(), 0, "is not CSV: " + e.getMessage(), "check quotes and line ends");
    } catch (java.io.IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
    if (rows.isEmpty()) {
      throw new ConfigException(
          file.name(), 0, "has no rows", "write a header line and one row for each device");
    }
    return new Inventory(rows);
  }

  private static void header(String file, List<String> header) throws ConfigException {
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        throw new ConfigException(
            file,
            1,
            "unknown column '" + column + "'",
            "use mac, serial, address, maker, model, acquired, note");
      }
    }
  }

  private static Inventory.Row row(String file, int line, NamedCsvRecord record)
      throws ConfigException {
    Optional<String> mac = cell(record, "mac");
    Optional<Mac> parsed = mac.flatMap(Mac::parse);
    if (mac.isPresent() && parsed.isEmpty()) {
      throw new ConfigException(
          file,
          line,
          "'" + mac.get() + "' is not a hardware address",
          "write it as on the label, for example 00:11:22:33:44:55");
    }
    Optional<String> serial = cell(record, "serial");
    Optional<Address> address = address(file, line, cell(record, "address"));
    if (parsed.isEmpty() && serial.isEmpty() && address.isEmpty()) {
      throw new ConfigException(
          file, line, "a row that names no device", "fill mac, serial or address");
    }
    return new Inventory.Row(
        line,
        address,
        parsed,
        serial,
        cell(record, "maker"),
        cell(record, "model"),
        day(file, line, cell(record, "acquired")),
        cell(record, "note"));
  }

  private static Optional<Address> address(String file, int line, Optional<String> text)
      throws ConfigException {
    try {
      return text.map(Cidr::address);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(file, line, e.getMessage(), "write one literal address");
    }
  }

  private static Optional<LocalDate> day(String file, int line, Optional<String> text)
      throws ConfigException {
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new ConfigException(
          file, line, "'" + text.orElse("") + "' is not a date", "write YYYY-MM-DD");
    }
  }

  private static void once(String file, int line, Inventory.Row row, Map<Object, Integer> seen)
      throws ConfigException {
    List<Object> keys = new ArrayList<>();
    row.mac().ifPresent(keys::add);
    row.serial().map(s -> "serial " + s).ifPresent(keys::add);
    for (Object key : keys) {
      Integer before = seen.put(key, line);
      if (before != null) {
        throw new ConfigException(
            file, line, key + " is already in line " + before, "keep one of the rows");
      }
    }
  }

  private static Optional<String> cell(NamedCsvRecord record, String column) {
    return record.findField(column).map(String::strip).filter(c -> !c.isEmpty());
  }
}
