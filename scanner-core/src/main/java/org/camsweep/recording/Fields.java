package org.camsweep.recording;

import java.util.Locale;
import java.util.Set;
import org.camsweep.observe.Field;

/** Which fields hold, as a whole, what belongs to one unit or to its owner. */
final class Fields {
  private static final Set<String> SERIALS =
      Set.of("serial", "serial-number", "uid", "hardware-id", "system-id");
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "host-name",
          "hostname",
          "machine-name",
          "unit-name",
          "friendly-name",
          "instance",
          "host",
          "label",
          "location",
          "channel-name",
          "syslocation",
          "syscontact",
          "sysname",
          "san",
          "dynamic-dns");

  private Fields() {}

  private static String last(Field field) {
    String name = field.name();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static boolean isSerial(Field field) {
    return !isKey(field) && (SERIALS.contains(last(field)) || field.name().equals("pppp.id"));
  }

  /** Of a certificate: its hashes and numbers. */
  static boolean isKey(Field field) {
    return Set.of("tls.serial", "tls.sha256", "tls.key").contains(field.name());
  }

  /** Given by a person; where a page lies is no name. */
  static boolean isName(Field field) {
    return NAMES.contains(last(field))
        && !Set.of("http.location", "ssdp.location").contains(field.name());
  }

  static boolean isAddress(Field field) {
    return Set.of("ipv4", "ipv6", "gateway").contains(last(field));
  }

  static boolean isMac(Field field) {
    return last(field).endsWith("mac");
  }
}
