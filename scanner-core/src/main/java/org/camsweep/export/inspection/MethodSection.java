package org.camsweep.export.inspection;

import java.util.List;
import java.util.Locale;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.site.Network;

/** How the result came about, what the words mean, and how to check it. */
final class MethodSection implements Section {
  @Override
  public String anchor() {
    return "method";
  }

  @Override
  public String title() {
    return "Method, terms and signatures";
  }

  @Override
  public void write(Report report, Markup page) {
    Provenance made = report.provenance();
    page.element("h3", "How it was done");
    page.open("dl", "class", "facts");
    page.pair("Started", Shown.time(made.started()));
    page.pair("Ended", made.ended().map(Shown::time).orElse("was cut off"));
    page.pair("Command line", "camsweep " + String.join(" ", made.commandLine()));
    page.pair("Software", made.tool());
    page.pair("Signatures and rules", made.pack());
    page.pair("Links that listened", made.interfaces().isEmpty() ? "none" : listed(made));
    made.basis()
        .circumstances()
        .ifPresent(c -> page.pair("Java and system", c.runtime()).pair("Clock", c.clock()));
    if (!made.basis().redacted().isEmpty()) {
      page.pair("Replaced for sharing", String.join(", ", made.basis().redacted()));
    }
    page.close();
    networks(report, page);
    BasisTable.write(made.basis(), page);
    counters(made, page);
    words(page);
    page.element("h3", "How to check it");
    page.element(
        "p",
        "report.json in the result folder holds every line of this page. Each answer of a device is"
            + " kept there as it was heard, under the SHA-256 shown with the evidence. 'camsweep"
            + " identify DIR' judges the same answers again and gives the same report;"
            + " 'camsweep explain FINDING DIR' shows one finding whole.");
    page.element("h3", "Signatures");
    page.open("dl", "class", "facts signature");
    for (String blank : List.of("Inspected by", "Role", "Date", "Received by", "Role", "Date")) {
      page.element("dt", blank).element("dd", "", "class", "blank");
    }
    page.close();
  }

  private static String listed(Provenance made) {
    return String.join("; ", made.interfaces());
  }

  private static void networks(Report report, Markup page) {
    Tables.open(
        page,
        "Scope and pace",
        List.of("Network", "Addresses", "Not to be asked", "Packets a second #", "Per device"));
    for (Network network : report.networks()) {
      page.open("tr")
          .element("th", Markup.shown(network.site() + "/" + network.id()), "scope", "row");
      page.element("td", joined(network.cidrs())).element("td", joined(network.exclusions()));
      page.element("td", network.pace().rate() + "", "class", "n");
      page.element(
          "td",
          network.pace().hostRate() + ", " + network.pace().hostConnections() + " connections");
      page.close();
    }
    Tables.close(page);
  }

  private static String joined(List<?> blocks) {
    return blocks.isEmpty()
        ? "none"
        : Markup.shown(String.join(", ", blocks.stream().map(Object::toString).toList()));
  }

  private static void counters(Provenance made, Markup page) {
    if (made.counters().isEmpty()) {
      return;
    }
    page.open("details").element("summary", "What was sent and heard, counted");
    Tables.open(page, "Counters of the scan", List.of("What", "How many #"));
    made.counters()
        .forEach(
            (name, n) ->
                page.open("tr")
                    .element("th", name, "scope", "row")
                    .element("td", String.format(Locale.ROOT, "%,d", n), "class", "n")
                    .close());
    Tables.close(page);
    page.close();
  }

  private static void words(Markup page) {
    page.element("h3", "What the words mean");
    page.open("dl", "class", "terms");
    page.pair(
        "Confirmed", "the firmware itself, or two independent kinds of evidence, name the maker");
    page.pair("Likely", "evidence of one good kind names the maker and nothing speaks against it");
    page.pair("Possible", "something points to the maker; no verdict rests on it");
    page.pair("Contested", "evidence names different makers; both sides are shown");
    page.pair("Restricted", "a rule names the maker or its owner, and the place");
    page.pair("To review", "a rule may apply, and one fact is missing to say so");
    page.pair("Clear", "the rules applied do not reach the maker; says nothing of other rules");
    page.pair("Not assessed", "no rule could be applied");
    page.pair("Silent", "asked, and no answer came; it may still be there");
    page.pair("Relabelled", "another company's label is on the maker's device");
    page.close();
  }
}
