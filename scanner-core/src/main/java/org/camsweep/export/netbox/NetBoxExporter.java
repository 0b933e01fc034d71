package org.camsweep.export.netbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.StoredZip;
import org.camsweep.report.Report;

/**
 * A zip file of what NetBox imports in bulk, numbered in the order of the import: what a later file
 * names must be there. Device types are YAML, one file each, because NetBox takes them in no other
 * form; the rest is CSV. Video devices of the scope only.
 */
public final class NetBoxExporter implements Exporter {
  @Override
  public String format() {
    return "netbox";
  }

  @Override
  public String ending() {
    return "zip";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    List<Item> items =
        report.entries().stream()
            .filter(e -> e.device().network().isPresent() && e.identification().kind().isVideo())
            .map(e -> Item.of(report, e))
            .toList();
    StoredZip zip = new StoredZip(out);
    add(zip, "README.txt", readme(report));
    add(zip, "1-sites.csv", Tables.sites(items));
    add(zip, "2-manufacturers.csv", Tables.manufacturers(items));
    add(zip, "3-device-roles.csv", Tables.roles(items));
    Map<String, String> types = new TreeMap<>();
    items.forEach(i -> types.putIfAbsent(i.typeSlug(), Tables.type(report, i)));
    for (Map.Entry<String, String> type : types.entrySet()) {
      add(zip, "4-device-types/" + type.getKey() + ".yaml", type.getValue());
    }
    add(zip, "5-devices.csv", Tables.devices(items));
    add(zip, "6-mac-addresses.csv", Tables.macs(items));
    add(zip, "7-ip-addresses.csv", Tables.addresses(report, items));
    zip.finish();
  }

  private static void add(StoredZip zip, String name, String text) throws IOException {
    zip.add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readme(Report report) {
    return String.join(
        "\n",
        Stream.concat(
                report.provenance().marking().stream(),
                Stream.of(
                    "For NetBox's bulk import. Import the files in the order of their numbers;",
                    "sites, manufacturers and roles that NetBox has already are left out by hand.",
                    "A manufacturer is named where camsweep is likely or certain of it; where not,",
                    "it is '"
                        + Item.NOT_DETERMINED
                        + "', and the comments say what is in question.",
                    "Scan: " + report.provenance().scanId(),
                    ""))
            .toList());
  }
}
