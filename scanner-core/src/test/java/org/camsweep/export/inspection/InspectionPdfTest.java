package org.camsweep.export.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.camsweep.report.Wording;
import org.junit.jupiter.api.Test;

class InspectionPdfTest extends ExporterContract {
  @Override
  protected String unverified() {
    return "Unverified rule";
  }

  @Override
  protected String words(byte[] document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Override
  protected Exporter exporter() {
    return new InspectionPdf();
  }

  @Override
  protected boolean isText() {
    return false;
  }

  @Test
  void saysTheSameAsThePage() throws IOException {
    String said = words(SampleReport.full());
    for (Section section : Section.all()) {
      assertThat(said).contains(section.title());
    }
    assertThat(said).contains("Action needed", "10.0.0.21", "Northview NV-4120", "Orient Vision");
    assertThat(said).contains("9 questions in 52 packets: http 8, wsd 1");
  }

  @Test
  void onALargeSiteTheWorstHaveACardAndTheOthersARow() throws IOException {
    Report report = SampleReport.full();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new InspectionPdf(2).write(report, out);
    String said = words(out.toByteArray());
    assertThat(said)
        .contains("3 more devices stand in the tables of this report only")
        .contains("2 more devices stand in the tables of this report only")
        .containsOnlyOnce("9 questions in 52 packets");
    report.entries().forEach(e -> assertThat(said).contains(Wording.address(e)));
    assertThat(said.split("Decided by", -1)).hasSize(3);
    assertThat(words(written(report)).split("Decided by", -1)).hasSize(1 + 7);
  }

  @Test
  void noMoreThanFiveHundredHaveACard() throws IOException {
    String page = new InspectionPdf().page(LargeReport.of(503), PrintFont.read("Regular"));
    assertThat(page.split("Decided by", -1)).hasSize(1 + 500);
    assertThat(page).contains("3 more devices stand in the tables of this report only");
  }

  @Test
  void noLinkLeadsToACardThatWasLeftOut() throws IOException {
    Report report = SampleReport.full();
    Markup page = new Markup(false, c -> true);
    Body.write(report, Cards.atMost(2, report), page);
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page.toString());
    while (links.find()) {
      assertThat(page.toString()).contains("id=\"" + links.group(1) + "\"");
    }
  }

  @Test
  void everyPageHasMarkingAndNumber() throws IOException {
    try (PDDocument document = Loader.loadPDF(written(SampleReport.full()))) {
      PDFTextStripper one = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        one.setStartPage(page);
        one.setEndPage(page);
        assertThat(one.getText(document))
            .contains("OFFICIAL", "Page " + page + " of " + document.getNumberOfPages());
      }
    }
  }

  @Test
  void everyFontIsInTheFile() throws IOException {
    try (PDDocument document = Loader.loadPDF(written(SampleReport.full()))) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
  }

  @Test
  void aLetterWithoutAFormIsShownAsItsEscape() throws IOException {
    PrintFont font = PrintFont.read("Regular");
    assertThat(font.shows('ž')).isTrue();
    assertThat(new Markup(false, font::shows).text("摄").toString()).isEqualTo("\\u6444");
    assertThat(new Markup(true, c -> true).text("摄").toString()).isEqualTo("摄");
  }

  private String words(Report report) throws IOException {
    try (PDDocument document = Loader.loadPDF(written(report))) {
      return new PDFTextStripper()
          .getText(document)
          .replaceAll("-\\s+", "-")
          .replaceAll("\\s+", " ");
    }
  }
}
