package org.camsweep.export.inspection;

import java.math.BigInteger;
import java.util.Map;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * One block of at most 256 addresses, sixteen a row; each field has a letter, not only a colour.
 */
final class SubnetGrid {
  private static final int COLUMNS = 16;
  private static final int WIDE = 26;
  private static final int HIGH = 22;
  private static final int EDGE = 40;

  /** The kind of a field that is not to be asked, or is no host's. */
  static final String EXCLUDED = "excluded";

  private static final String BOX =
      "M0 0h" + (WIDE - 2) + "v" + (HIGH - 2) + "h" + (2 - WIDE) + "z";

  private SubnetGrid() {}

  static void write(Network network, Cidr block, Map<Address, Entry> devices, Markup page) {
    int size = block.size().intValue();
    int rows = (size + COLUMNS - 1) / COLUMNS;
    int width = EDGE + Math.min(size, COLUMNS) * WIDE + 2;
    page.open(
        "svg",
        "class",
        "grid",
        "viewBox",
        "0 0 " + width + " " + (rows * HIGH + 2),
        "width",
        width + "",
        "height",
        rows * HIGH + 2 + "",
        "role",
        "group",
        "aria-label",
        "Addresses of " + block + "; the same in words below");
    silent(size, page);
    for (int i = 0; i < size; i++) {
      Address address = block.at(BigInteger.valueOf(i));
      int x = EDGE + i % COLUMNS * WIDE;
      int y = i / COLUMNS * HIGH + 1;
      if (i % COLUMNS == 0) {
        page.element(
            "text",
            "." + (address.bytes()[3] & 255),
            "x",
            EDGE - 6 + "",
            "y",
            y + 15 + "",
            "class",
            "row");
      }
      field(network, block, address, devices.get(address), x, y, page);
    }
    page.close();
  }

  /** All fields as if nothing answered, in one stroke: most of them stay so. */
  private static void silent(int size, Markup page) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row * COLUMNS < size; row++) {
      for (int column = 0; column < Math.min(COLUMNS, size - row * COLUMNS); column++) {
        path.append('M').append(EDGE + column * WIDE).append(' ').append(row * HIGH + 1);
        path.append('h').append(WIDE - 2).append('v').append(HIGH - 2);
        path.append('h').append(2 - WIDE).append('z');
      }
    }
    page.open("path", "class", "field", "d", path.toString()).close();
  }

  /** A field's drawing, once for the page. */
  static void define(String kind, String letter, Markup page) {
    page.open("g", "id", "field-" + kind);
    page.open("path", "class", "field " + kind, "d", BOX).close();
    page.element("text", letter, "x", WIDE / 2 + "", "y", "15", "class", "letter " + kind);
    page.close();
  }

  private static void field(
      Network network, Cidr block, Address address, Entry entry, int x, int y, Markup page) {
    if (entry != null) {
      String verdict = Wording.verdict(entry);
      page.open("a", "href", "#" + Shown.anchor(entry));
      page.element(
          "title",
          AddressText.of(address) + ": " + Shown.words(verdict) + ", " + Shown.device(entry));
      use(verdict, x, y, page);
      page.close();
    } else if (network.excludes(address) || isNoHost(block, address)) {
      use(EXCLUDED, x, y, page);
    }
  }

  private static void use(String kind, int x, int y, Markup page) {
    page.open("use", "href", "#field-" + kind, "x", x + "", "y", y + "").close();
  }

  /** First and last address of a block: its own name, and its broadcast. */
  private static boolean isNoHost(Cidr block, Address address) {
    long index = block.indexOf(address);
    return block.prefix() < 31 && (index == 0 || index == block.size().longValue() - 1);
  }
}
