package org.camsweep.export.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/** Who built the cameras and recorders, and how many of them under another label. */
final class MakersSection implements Section {
  private static final int WIDTH = 240;
  private static final int MOST = 40;
  private static final String UNKNOWN = "not determined";

  private record Share(String maker, int own, int relabelled) {
    int all() {
      return own + relabelled;
    }

    Share plus(boolean another) {
      return new Share(maker, own + (another ? 0 : 1), relabelled + (another ? 1 : 0));
    }
  }

  @Override
  public String anchor() {
    return "makers";
  }

  @Override
  public String title() {
    return "Makers";
  }

  @Override
  public void write(Report report, Markup page) {
    List<Share> shares = shares(report);
    if (shares.isEmpty()) {
      page.element("p", "No camera, recorder or the like was found.");
      return;
    }
    page.element(
        "p",
        "Cameras, recorders and the like in scope. Full: under the maker's own label. Hatched:"
            + " under another label. Grey: who built them is not determined.");
    Tables.open(
        page,
        "Devices by who built them",
        List.of("Built by", "Share", "Devices #", "Under another label #"));
    int most = shares.get(0).all();
    shares.stream().limit(MOST).forEach(share -> row(share, most, page));
    Tables.close(page);
    if (shares.size() > MOST) {
      page.element("p", shares.size() - MOST + " more makers stand in the inventory.");
    }
  }

  private static List<Share> shares(Report report) {
    Map<String, Share> byMaker = new TreeMap<>();
    for (Entry entry : report.entries()) {
      if (entry.device().network().isPresent() && entry.identification().kind().isVideo()) {
        String maker = Wording.firmMaker(entry).map(m -> m.name()).orElse(UNKNOWN);
        byMaker.put(
            maker,
            byMaker
                .getOrDefault(maker, new Share(maker, 0, 0))
                .plus(entry.identification().relabelled()));
      }
    }
    return byMaker.values().stream()
        .sorted(Comparator.comparingInt(Share::all).reversed().thenComparing(Share::maker))
        .toList();
  }

  private static void row(Share share, int most, Markup page) {
    int own = Math.round((float) WIDTH * share.own() / most);
    int another = Math.round((float) WIDTH * share.all() / most) - own;
    page.open("tr").element("th", Markup.shown(share.maker()), "scope", "row");
    page.open("td");
    if (page.draws()) {
      bar(own, another, share.maker().equals(UNKNOWN), page);
    }
    page.close();
    page.element("td", share.all() + "", "class", "n");
    page.element("td", share.relabelled() + "", "class", "n").close();
  }

  private static void bar(int own, int another, boolean unknown, Markup page) {
    page.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 " + WIDTH + " 14",
        "width",
        WIDTH + "",
        "height",
        "14",
        "aria-hidden",
        "true");
    rect(page, 0, own, unknown ? "unknown" : "own");
    rect(page, own, another, "another");
    for (int x = own + 3; x < own + another; x += 5) {
      page.open("line", "x1", x + "", "y1", "0", "x2", x + "", "y2", "14", "class", "hatch")
          .close();
    }
    page.close();
  }

  private static void rect(Markup page, int x, int width, String kind) {
    page.open("rect", "x", x + "", "y", "0", "width", width + "", "height", "14", "class", kind)
        .close();
  }
}
