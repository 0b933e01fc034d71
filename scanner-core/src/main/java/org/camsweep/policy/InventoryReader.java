package org.camsweep.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private InventoryReader() {}

  public static Inventory read(DataFile file) throws ConfigException {
    List<Inventory.Row> rows = new ArrayList<>();
    Map<Object, Integer> seen = new HashMap<>();
    InventoryTable.read(
        file,
        cells -> {
          Inventory.Row row = row(file.name(), cells);
          once(file.name(), row, seen);
          rows.add(row);
        });
    return new Inventory(rows);
  }

  private static Inventory.Row row(String file, InventoryTable.Cells cells) throws ConfigException {
    int line = cells.line();
    Optional<String> mac = cells.at("mac");
    Optional<Mac> parsed = mac.flatMap(Mac::parse);
    if (mac.isPresent() && parsed.isEmpty()) {
      throw new ConfigException(
          file,
          line,
          "'" + mac.get() + "' is not a hardware address",
          "write it as on the label, for example 00:11:22:33:44:55");
    }
    Optional<String> serial = cells.at("serial");
    Optional<Address> address = address(file, line, cells.at("address"));
    if (parsed.isEmpty() && serial.isEmpty() && address.isEmpty()) {
      throw new ConfigException(
          file, line, "a row that names no device", "fill mac, serial or address");
    }
    return new Inventory.Row(
        line,
        address,
        parsed,
        serial,
        cells.at("maker"),
        cells.at("model"),
        day(file, line, cells.at("acquired")),
        cells.at("note"));
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

  private static void once(String file, Inventory.Row row, Map<Object, Integer> seen)
      throws ConfigException {
    int line = row.line();
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
}
