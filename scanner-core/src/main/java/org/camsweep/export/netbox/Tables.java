package org.camsweep.export.netbox;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.export.spi.CsvRow;
import org.camsweep.observe.JsonText;
import org.camsweep.observe.Plain;
import org.camsweep.report.Report;
import org.camsweep.report.Wording;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Cidr;

/** The files, by the columns of NetBox's import forms. */
final class Tables {
  private static final String PORT = "eth0";

  private Tables() {}

  static String sites(List<Item> items) {
    return CsvRow.of(List.of("name", "slug", "status"))
        + distinct(items, Item::site, n -> List.of(n, Item.slug(n), "active"));
  }

  static String manufacturers(List<Item> items) {
    return CsvRow.of(List.of("name", "slug"))
        + distinct(items, Item::manufacturer, n -> List.of(n, Item.slug(n)));
  }

  static String roles(List<Item> items) {
    return CsvRow.of(List.of("name", "slug", "color"))
        + distinct(items, Item::role, n -> List.of(n, Item.slug(n), "607d8b"));
  }

  private static String distinct(
      List<Item> items, Function<Item, String> key, Function<String, List<String>> row) {
    return new TreeSet<>(items.stream().map(key).toList())
        .stream().map(row).map(CsvRow::of).collect(Collectors.joining());
  }

  /** A device type; a JSON string is a YAML scalar too (YAML 1.2.2, 1.2). */
  static String type(Report report, Item item) {
    return "manufacturer: "
        + scalar(item.manufacturer())
        + "\nmodel: "
        + scalar(item.model())
        + "\nslug: "
        + scalar(item.typeSlug())
        + "\nu_height: 0\nis_full_depth: false\ncomments: "
        + scalar(
            "Seen by "
                + report.provenance().tool()
                + "; the label shows: "
                + Wording.shownAs(item.entry()))
        + "\ninterfaces:\n  - name: "
        + PORT
        + "\n    type: other\n";
  }

  private static String scalar(String text) {
    return JsonText.line(TextNode.valueOf(Plain.of(text)));
  }

  static String devices(List<Item> items) {
    return CsvRow.of(
            List.of(
                "name",
                "role",
                "manufacturer",
                "device_type",
                "serial",
                "status",
                "site",
                "description",
                "comments"))
        + items.stream()
            .map(
                i ->
                    CsvRow.of(
                        List.of(
                            i.name(),
                            i.role(),
                            i.manufacturer(),
                            i.model(),
                            Plain.of(i.entry().identification().serial().orElse(""), 50),
                            "active",
                            i.site(),
                            Plain.of(
                                Wording.shownAs(i.entry()) + ": " + Wording.verdict(i.entry()),
                                200),
                            i.comments())))
            .collect(Collectors.joining());
  }

  static String macs(List<Item> items) {
    return CsvRow.of(List.of("mac_address", "device", "interface", "is_primary"))
        + items.stream()
            .flatMap(
                i ->
                    i.entry().device().mac().stream()
                        .map(m -> m.text().toUpperCase(Locale.ROOT))
                        .map(m -> CsvRow.of(List.of(m, i.name(), PORT, "true"))))
            .collect(Collectors.joining());
  }

  static String addresses(Report report, List<Item> items) {
    StringBuilder rows =
        new StringBuilder(
            CsvRow.of(
                List.of("address", "status", "device", "interface", "is_primary", "description")));
    for (Item item : items) {
      List<Address> all = item.entry().device().addresses();
      for (Address address : all) {
        rows.append(
            CsvRow.of(
                List.of(
                    AddressText.withoutZone(address) + "/" + prefix(report, item, address),
                    "active",
                    item.name(),
                    PORT,
                    Boolean.toString(address.equals(all.get(0))),
                    report.provenance().scanId()
                        + address.zone().map(z -> "; on the link of " + z).orElse(""))));
      }
    }
    return rows.toString();
  }

  /** The prefix of the block that holds the address, else that of the address alone. */
  private static int prefix(Report report, Item item, Address address) {
    return Wording.network(report, item.entry().device().network().orElseThrow())
        .flatMap(n -> n.cidrs().stream().filter(c -> c.contains(address)).findFirst())
        .map(Cidr::prefix)
        .orElse(address.bits());
  }
}
