package org.camsweep.export.inspection;

import java.util.stream.Collectors;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.site.Authorisation;

/** Who looked, where, when, and on whose word. */
final class Cover {
  private Cover() {}

  static String title(Report report) {
    String sites =
        report.networks().stream().map(n -> n.site()).distinct().collect(Collectors.joining(", "));
    return "Camera inspection" + (sites.isEmpty() ? "" : ": " + Markup.shown(sites));
  }

  static void write(Report report, Markup page) {
    Provenance made = report.provenance();
    page.element("p", "camsweep", "class", "product");
    page.element("h1", title(report));
    page.element(
        "p",
        "A read-only inspection over the network: no log-in was guessed, nothing was changed, no"
            + " picture was fetched.",
        "class",
        "lead");
    page.open("dl", "class", "facts");
    page.pair("Date", Shown.time(made.started()));
    page.pair("Networks", networks(report));
    page.pair("Operator", made.operator().orElse("not recorded"));
    page.pair("Authorisation", authorisation(made.authorisation()));
    page.pair("Inspection", made.scanId());
    page.pair("Judged", "as of " + made.asOf() + ", with " + made.tool());
    page.close();
  }

  private static String networks(Report report) {
    String all =
        report.networks().stream()
            .limit(6)
            .map(n -> n.id() + (n.sensitive().isPresent() ? " (sensitive)" : ""))
            .collect(Collectors.joining(", "));
    int more = report.networks().size() - 6;
    return all.isEmpty() ? "none" : all + (more > 0 ? " and " + more + " more" : "");
  }

  private static String authorisation(Authorisation given) {
    String reference = given.reference().orElse("");
    String by = given.authorisedBy().map(b -> "by " + b).orElse("");
    String valid =
        given.validFrom().map(d -> "from " + d + " ").orElse("")
            + given.validTo().map(d -> "to " + d).orElse("");
    String all =
        java.util.stream.Stream.of(reference, by, valid.strip())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "not recorded" : all;
  }
}
