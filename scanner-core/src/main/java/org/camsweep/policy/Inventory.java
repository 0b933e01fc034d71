package org.camsweep.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;

/**
 * The devices that the owner approved. A row is found by hardware address, serial, then address.
 */
public final class Inventory {
  public static final Inventory NONE = new Inventory(List.of());

  /**
   * One approved device.
   *
   * @param line where it stands in the file
   * @param maker identifier of the maker as approved
   * @param acquired when it was bought, where known
   */
  public record Row(
      int line,
      Optional<Address> address,
      Optional<Mac> mac,
      Optional<String> serial,
      Optional<String> maker,
      Optional<String> model,
      Optional<LocalDate> acquired,
      Optional<String> note) {}

  private final List<Row> rows;
  private final Map<Object, Row> byKey = new HashMap<>();

  Inventory(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      row.mac().ifPresent(m -> byKey.putIfAbsent(m, row));
      row.serial().ifPresent(s -> byKey.putIfAbsent(serialKey(s), row));
      row.address().ifPresent(a -> byKey.putIfAbsent(a, row));
    }
  }

  public List<Row> rows() {
    return rows;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The row for a device. An address alone does not match where the row names another box. */
  public Optional<Row> find(Judged judged) {
    Optional<Row> found = judged.device().mac().map(byKey::get);
    if (found.isEmpty()) {
      found = judged.identification().serial().map(s -> byKey.get(serialKey(s)));
    }
    if (found.isEmpty()) {
      found =
          judged.device().addresses().stream()
              .flatMap(a -> Optional.ofNullable(byKey.get(a)).stream())
              .filter(r -> !contradicts(r, judged))
              .findFirst();
    }
    return found;
  }

  private static boolean contradicts(Row row, Judged judged) {
    boolean otherMac =
        row.mac().isPresent()
            && judged.device().mac().isPresent()
            && !row.mac().equals(judged.device().mac());
    boolean otherSerial =
        row.serial().isPresent()
            && judged.identification().serial().isPresent()
            && !serialKey(row.serial().get())
                .equals(serialKey(judged.identification().serial().get()));
    return otherMac || otherSerial;
  }

  /** When the device was bought, if the inventory says so. */
  Optional<LocalDate> acquired(Judged judged) {
    return find(judged).flatMap(Row::acquired);
  }

  private static String serialKey(String serial) {
    return "serial " + serial.trim().toUpperCase(Locale.ROOT);
  }
}
