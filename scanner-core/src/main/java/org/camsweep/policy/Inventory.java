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

  /**
   * Whether more than the device's own word makes the row its own: the row's hardware address, seen
   * on the link, or the row's address, at which nothing contradicts it. A serial number, or a
   * hardware address that is only stated, can be copied from the box that the row means.
   */
  boolean isBorneOut(Row row, Judged judged) {
    boolean seen =
        row.mac().isPresent()
            && row.mac().equals(judged.device().mac())
            && judged.device().macSource().filter("neighbour table"::equals).isPresent();
    boolean placed =
        row.address().filter(judged.device().addresses()::contains).isPresent()
            && !contradicts(row, judged);
    return seen || placed;
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

  /** Whether the row that was found for the device is surely its own; false if there is none. */
  boolean isSurelyListed(Judged judged) {
    return find(judged).filter(row -> isBorneOut(row, judged)).isPresent();
  }

  private static String serialKey(String serial) {
    return "serial " + serial.trim().toUpperCase(Locale.ROOT);
  }
}
