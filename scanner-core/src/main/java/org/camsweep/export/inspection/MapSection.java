package org.camsweep.export.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;

/**
 * Each network's addresses, a field for each; no topology, for none was measured. A block larger
 * than 256 addresses is drawn in the parts of it where something is.
 */
final class MapSection implements Section {
  private static final int MOST_GRIDS = 64;
  private static final int WHOLE = 24;

  private static final List<String> VERDICTS =
      List.of("restricted", "review", "waived", "clear", "not-assessed");

  @Override
  public String anchor() {
    return "map";
  }

  @Override
  public String title() {
    return "Addresses";
  }

  @Override
  public void write(Report report, Markup page) {
    legend(page);
    if (page.draws()) {
      page.open("svg", "class", "fields", "width", "0", "height", "0", "aria-hidden", "true");
      page.open("defs");
      VERDICTS.forEach(verdict -> SubnetGrid.define(verdict, Shown.letter(verdict), page));
      SubnetGrid.define(SubnetGrid.EXCLUDED, "×", page);
      page.close().close();
    }
    int left = MOST_GRIDS;
    for (Network network : report.networks()) {
      Map<Address, Entry> devices = new java.util.HashMap<>();
      for (Entry entry : report.entries()) {
        if (entry.device().network().equals(Optional.of(network.id()))) {
          entry.device().addresses().forEach(a -> devices.put(a, entry));
        }
      }
      page.element("h3", Markup.shown(network.site() + "/" + network.id()));
      for (Cidr block : network.cidrs()) {
        left -= block(network, block, devices, left, page);
      }
    }
  }

  private static void legend(Markup page) {
    page.open("ul", "class", "legend");
    for (String verdict : VERDICTS) {
      page.open("li").element("b", Shown.letter(verdict), "class", "key " + verdict);
      page.text(" " + meaning(verdict));
      page.close();
    }
    page.open("li")
        .element("b", "", "class", "key silent")
        .text(" no answer, or not asked")
        .close();
    page.open("li").element("b", "×", "class", "key excluded").text(" excluded").close();
    page.close();
  }

  /** Draws a block, and says how many grids that took. */
  private static int block(
      Network network, Cidr block, Map<Address, Entry> devices, int left, Markup page) {
    long found = devices.keySet().stream().filter(block::contains).count();
    boolean v4 = block.base().bytes().length == 4;
    if (!v4) {
      page.element(
          "p",
          block + ": too large to draw; " + Shown.count(found, "address", "addresses") + " found.");
      return 0;
    }
    if (block.prefix() >= WHOLE) {
      return draw(network, block, devices, left, page) ? 1 : 0;
    }
    Map<String, Cidr> parts = new TreeMap<>();
    devices.keySet().stream()
        .filter(block::contains)
        .map(a -> part(a.bytes()))
        .forEach(c -> parts.put(java.util.HexFormat.of().formatHex(c.base().bytes()), c));
    int drawn = 0;
    for (Cidr part : parts.values()) {
      drawn += draw(network, part, devices, left - drawn, page) ? 1 : 0;
    }
    page.element(
        "p",
        block
            + ": "
            + Shown.count((1L << (WHOLE - block.prefix())) - parts.size(), "part", "parts")
            + " of 256 addresses had nothing that answered and are not drawn.");
    return drawn;
  }

  private static Cidr part(byte[] address) {
    byte[] base = address.clone();
    base[3] = 0;
    return Cidr.parse((base[0] & 255) + "." + (base[1] & 255) + "." + (base[2] & 255) + ".0/24");
  }

  private static boolean draw(
      Network network, Cidr block, Map<Address, Entry> devices, int left, Markup page) {
    if (left <= 0) {
      page.element("p", block + " is not drawn here; its devices stand in the inventory.");
      return false;
    }
    page.open("figure").element("figcaption", block.toString());
    if (page.draws()) {
      SubnetGrid.write(network, block, devices, page);
    }
    page.open("details").element("summary", block + " in words");
    inWords(block, devices, page);
    page.close().close();
    return true;
  }

  /** The addresses by their verdicts, as the letters are by their colours. */
  private static void inWords(Cidr block, Map<Address, Entry> devices, Markup page) {
    List<Address> found =
        devices.keySet().stream()
            .filter(block::contains)
            .sorted(Comparator.comparingLong(block::indexOf))
            .toList();
    if (found.isEmpty()) {
      page.element("p", "Nothing answered.");
      return;
    }
    page.open("dl", "class", "facts");
    for (String verdict : VERDICTS) {
      String listed =
          found.stream()
              .filter(a -> Wording.verdict(devices.get(a)).equals(verdict))
              .map(AddressText::of)
              .collect(Collectors.joining(", "));
      if (!listed.isEmpty()) {
        page.element("dt", meaning(verdict)).element("dd", listed);
      }
    }
    page.close();
  }

  private static String meaning(String verdict) {
    return verdict.equals("not-assessed") ? "other device" : Shown.words(verdict);
  }
}
