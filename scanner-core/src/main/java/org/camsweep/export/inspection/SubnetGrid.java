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
    for (int i = 0; i < size; i++) {
      Address address = block.at(BigInteger.valueOf(i));
      int x = EDGE + i % COLUMNS * WIDE;
      int y = i / COLUMNS * HIGH + 1;
      if (i % COLUMNS == 0) {
        text(page, EDGE - 6, y, "." + (address.bytes()[3] & 255), "row");
      }
      field(network, block, address, devices.get(address), x, y, page);
    }
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
      rect(page, x, y, "field " + verdict);
      text(page, x + WIDE / 2, y, Shown.letter(verdict), "letter " + verdict);
      page.close();
    } else if (network.excludes(address) || isNoHost(block, address)) {
      rect(page, x, y, "field excluded");
      text(page, x + WIDE / 2, y, "×", "letter excluded");
    } else {
      rect(page, x, y, "field silent");
    }
  }

  /** First and last address of a block: its own name, and its broadcast. */
  private static boolean isNoHost(Cidr block, Address address) {
    long index = block.indexOf(address);
    return block.prefix() < 31 && (index == 0 || index == block.size().longValue() - 1);
  }

  private static void rect(Markup page, int x, int y, String kind) {
    page.open(
            "rect",
            "x",
            x + "",
            "y",
            y + "",
            "width",
            WIDE - 2 + "",
            "height",
            HIGH - 2 + "",
            "rx",
            "2",
            "class",
            kind)
        .close();
  }

  private static void text(Markup page, int x, int y, String text, String kind) {
    page.element("text", text, "x", x + "", "y", y + 15 + "", "class", kind);
  }
}
