package org.camsweep.export.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Report;

/**
 * The inspection report as one HTML page. Style and script are allowed by their hashes alone, so a
 * device's words cannot bring their own; nothing is fetched from anywhere. The script filters and
 * sorts; without it everything is there.
 */
public final class InspectionHtml implements Exporter {
  private static final String POLICY =
      "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  @Override
  public String format() {
    return "html";
  }

  @Override
  public String ending() {
    return "html";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    String style = Resource.text("report.css") + PrintMarks.of(report);
    String script = Resource.text("report.js");
    Markup page = new Markup(true, c -> true);
    page.asIs("<!DOCTYPE html>\n").open("html", "lang", "en-GB").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        POLICY.formatted(Resource.hash(style), Resource.hash(script)));
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "referrer", "content", "no-referrer");
    page.element("title", Cover.title(report));
    page.open("style").asIs(style).close().close();
    page.open("body");
    Body.write(report, Cards.EVERY, page);
    page.open("script").asIs(script).close().close().close();
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }
}
