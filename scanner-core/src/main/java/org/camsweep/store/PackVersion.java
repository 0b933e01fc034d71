package org.camsweep.store;

import java.util.regex.Pattern;

/** Versions of packs compared: numbers with dots, such as {@code 2026.11.2}. */
final class PackVersion {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){0,7}");

  private PackVersion() {}

  static boolean isOne(String version) {
    return FORM.matcher(version).matches();
  }

  /** Below zero if {@code one} is older; a missing number is a zero. */
  static int compare(String one, String other) {
    String[] a = one.split("\\.", -1);
    String[] b = other.split("\\.", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order =
          Integer.compare(
              i < a.length ? Integer.parseInt(a[i]) : 0, i < b.length ? Integer.parseInt(b[i]) : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
