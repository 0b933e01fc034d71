package org.camsweep.export.inspection;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.camsweep.export.spi.Exporter;
import org.camsweep.report.Report;

/**
 * The same inspection report as a PDF of A4 pages. Whatever the page might name, nothing is
 * fetched: every address is refused. A character without a letter form in the fonts is shown as its
 * escape. On a large site the devices with the worst verdicts have a card of their own, the others
 * stand in the tables, and the report says how many.
 */
public final class InspectionPdf implements Exporter {
  /** With a card for each of 5,000 devices it would have some 3,000 pages that nobody prints. */
  private static final int MOST_CARDS = 500;

  private final int mostCards;

  public InspectionPdf() {
    this(MOST_CARDS);
  }

  InspectionPdf(int mostCards) {
    this.mostCards = mostCards;
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public String ending() {
    return "pdf";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    PrintFont font = PrintFont.read("Regular");
    PrintFont bold = PrintFont.read("Bold");
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(
        () -> new ByteArrayInputStream(font.bytes()),
        PrintFont.FAMILY,
        400,
        FontStyle.NORMAL,
        true);
    builder.useFont(
        () -> new ByteArrayInputStream(bold.bytes()),
        PrintFont.FAMILY,
        700,
        FontStyle.NORMAL,
        true);
    builder.usePdfUaAccessibility(true);
    builder.useUriResolver((base, address) -> null);
    builder.withHtmlContent(page(report, font), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      describe(document, report);
      document.save(out);
    }
  }

  /** The page that is then laid out. */
  String page(Report report, PrintFont font) throws IOException {
    Markup page = new Markup(false, font::shows);
    page.open("html", "lang", "en-GB").open("head").element("title", Cover.title(report));
    page.empty("meta", "name", "description", "content", Cover.title(report));
    page.open("style").asIs(Resource.text("print.css") + PrintMarks.of(report)).close().close();
    page.open("body");
    Body.write(report, Cards.atMost(mostCards, report), page);
    page.close().close();
    return page.toString();
  }

  /** The inspection's own times and name, so that the same report gives the same bytes. */
  private static void describe(PDDocument document, Report report) {
    GregorianCalendar made =
        GregorianCalendar.from(
            report
                .provenance()
                .ended()
                .orElse(report.provenance().started())
                .atZone(ZoneOffset.UTC));
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(Cover.title(report));
    about.setProducer(report.provenance().tool());
    about.setCreationDate(made);
    about.setModificationDate(made);
    document.setDocumentInformation(about);
    byte[] name = report.provenance().scanId().getBytes(StandardCharsets.UTF_8);
    document.setDocumentId((long) java.util.Arrays.hashCode(name));
  }
}
