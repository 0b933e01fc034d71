package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Basis;

/** The files and lists that the report rests on, each with what proves which one it was. */
final class BasisTable {
  private BasisTable() {}

  static void write(Basis basis, Markup page) {
    if (basis.equals(Basis.NONE)) {
      return;
    }
    page.open("details").element("summary", "Program, files and lists it rests on");
    Tables.open(page, "What the report rests on", List.of("What", "Name", "SHA-256 or version"));
    basis
        .circumstances()
        .ifPresent(
            c -> {
              c.program().forEach(file -> file(file, page));
              c.siteFile().ifPresent(hash -> row("site file", "", hash, page));
            });
    basis.inputs().forEach(i -> row(i.kind(), i.name(), i.sha256(), page));
    basis.lists().forEach(l -> row("list", l.id(), version(l), page));
    Tables.close(page);
    page.close();
  }

  /** A file of the program comes as its name, a blank and its hash. */
  private static void file(String named, Markup page) {
    int blank = named.lastIndexOf(' ');
    row("program", named.substring(0, Math.max(0, blank)), named.substring(blank + 1), page);
  }

  private static String version(Basis.Listed list) {
    return list.version() + (list.verified() ? "" : " (unverified rule)");
  }

  private static void row(String what, String name, String proof, Markup page) {
    page.open("tr").element("th", Markup.shown(what), "scope", "row");
    page.element("td", Markup.shown(name)).open("td");
    page.element("span", Markup.shown(proof), "class", "id").close().close();
  }
}
