package org.camsweep.export.netbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Plain;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Network;

/**
 * One device as NetBox names it. Lengths are those of NetBox's own fields.
 *
 * @param typeSlug of manufacturer and model together, unique for them
 */
record Item(
    Entry entry,
    String name,
    String site,
    String role,
    String manufacturer,
    String model,
    String typeSlug,
    String comments) {
  static final String NOT_DETERMINED = "Not determined";
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_SLUG = 100;

  static Item of(Report report, Entry entry) {
    Identification i = entry.identification();
    String network = entry.device().network().orElseThrow();
    String site = Wording.network(report, network).map(Network::site).orElse(network);
    Optional<Maker> maker = Wording.firmMaker(entry);
    String manufacturer = Plain.of(maker.map(Maker::name).orElse(NOT_DETERMINED), LONGEST_SLUG);
    String model = Plain.of(i.model().orElse(Wording.shownAs(entry)), LONGEST_SLUG);
    String findings =
        entry.findings().stream().map(Wording::finding).collect(Collectors.joining("; "));
    return new Item(
        entry,
        Plain.of(slug(site + "-" + Wording.address(entry)), LONGEST_NAME),
        site,
        role(i),
        manufacturer,
        model,
        typeSlug(manufacturer, model),
        "Built by: "
            + Wording.builtBy(entry)
            + ". "
            + (findings.isEmpty() ? "No rule was applied" : findings)
            + ". Scan "
            + report.provenance().scanId()
            + report.provenance().marking().map(m -> ". " + m).orElse(""));
  }

  private static String role(Identification i) {
    String word = Words.of(i.kind()).replace('-', ' ');
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /**
   * Models that differ in what a slug cannot hold are told apart by a number made from the text.
   */
  private static String typeSlug(String manufacturer, String model) {
    String text = manufacturer + "-" + model;
    String slug = slug(text);
    String number = Integer.toHexString(text.hashCode());
    return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG - 10)) + "-" + number;
  }

  static String slug(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "x" : plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
  }
}
