package org.camsweep.export.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.report.Basis;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.camsweep.report.StandingText;
import org.camsweep.site.Circumstances;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class InspectionHtmlTest extends ExporterContract {
  @Override
  protected String unverified() {
    return "Unverified rule: no source was seen";
  }

  @Override
  protected Exporter exporter() {
    return new InspectionHtml();
  }

  @Test
  void hasEverySectionAndTheStandingText() throws IOException {
    String page = text(SampleReport.full());
    for (Section section : Section.all()) {
      assertThat(page).contains("id=\"" + section.anchor() + "\"", "href=\"#" + section.anchor());
    }
    assertThat(page).contains(StandingText.TEXT, "Action needed", "<p class=\"marking\">OFFICIAL");
  }

  @Test
  void saysWhatEachDeviceWasSent() throws IOException {
    String page = text(SampleReport.full());
    assertThat(page)
        .contains("<dt>Sent to it</dt><dd>9 questions in 52 packets: http 8, wsd 1</dd>")
        .contains("<dt>Sent to it</dt><dd>nothing</dd>");
  }

  @Test
  void everyDeviceHasItsPlaceAndEveryLinkLeadsSomewhere() throws IOException {
    String page = text(SampleReport.full());
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
    while (links.find()) {
      assertThat(page).contains("id=\"" + links.group(1) + "\"");
    }
    SampleReport.full()
        .entries()
        .forEach(e -> assertThat(page).containsOnlyOnce("id=\"" + Shown.anchor(e) + "\""));
  }

  @Test
  void whatADeviceSaysNeverBecomesMarkup() throws IOException {
    String page = text(SampleReport.full());
    assertThat(page).doesNotContain("<script>alert", "<img", "javascript:", "]]>");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    List<Attr> attributes = attributes(page);
    assertThat(attributes).hasSizeGreaterThan(100);
    assertThat(attributes).noneMatch(a -> a.getName().startsWith("on"));
    assertThat(attributes).noneMatch(a -> List.of("style", "src").contains(a.getName()));
    assertThat(attributes)
        .filteredOn(a -> a.getName().equals("href"))
        .allMatch(a -> a.getValue().startsWith("#"));
  }

  @Test
  void saysWhatItRestsOn() throws IOException {
    Basis basis =
        new Basis(
            Optional.of(
                new Circumstances(
                    List.of("scanner-cli.jar sha256:0123"),
                    "Java 17 on Linux",
                    "in step, by chrony",
                    Optional.of("feed"),
                    Optional.empty())),
            List.of(
                new Basis.Input("waivers", "<w>.yaml", "aaaa"),
                new Basis.Input("signatures", "own.yaml", "bbbb")),
            List.of(new Basis.Listed("own-rule", "7 sha256:cccc", true)),
            List.of());
    Report full = SampleReport.full();
    String page =
        text(
            new Report(
                full.networks(),
                full.entries(),
                full.findings(),
                full.coverage(),
                full.provenance().on(basis),
                full.waivers(),
                full.since()));
    assertThat(page)
        .contains("scanner-cli.jar", "sha256:0123", "Java 17 on Linux", "in step, by chrony")
        .contains(
            "feed", "&lt;w&gt;.yaml", "aaaa", "own.yaml", "bbbb", "own-rule", "7 sha256:cccc");
  }

  @Test
  void longWordsOfADeviceAreCutAndSaySo() throws IOException {
    assertThat(text(SampleReport.full())).doesNotContain("x".repeat(Markup.LONGEST + 1));
    assertThat(Markup.shown("x".repeat(3_000)))
        .hasSizeLessThan(230)
        .endsWith("… (shown shortened)");
    assertThat(Markup.shown("short")).isEqualTo("short");
  }

  @Test
  void thePolicyAllowsStyleAndScriptOfThisPageAlone() throws IOException {
    String page = text(SampleReport.full());
    String policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    assertThat(policy).startsWith("default-src &#39;none&#39;").doesNotContain("unsafe", "http");
    assertThat(policy).contains(Resource.hash(between(page, "<style>", "</style>")));
    assertThat(policy).contains(Resource.hash(between(page, "<script>", "</script>")));
  }

  @Test
  void aMarkingCannotLeaveItsString() throws IOException {
    assertThat(text(SampleReport.full())).contains("@top-center{content:\"OFFICIAL\"");
    for (String css : List.of("\"}", "\\", "\n")) {
      assertThat(PrintMarks.string("a" + css + "b").replaceAll("\\\\[0-9a-f]+ ", ""))
          .matches("\"[a-z0-9]+\"");
    }
  }

  /** All attributes; the page is well-formed XML, but for its script. */
  private static List<Attr> attributes(String page) {
    String xml =
        page.replaceFirst("<!DOCTYPE html>", "").replaceFirst("(?s)<script>.*</script>", "");
    List<Attr> found = new ArrayList<>();
    try {
      NodeList all =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        for (int a = 0; a < all.item(i).getAttributes().getLength(); a++) {
          found.add((Attr) all.item(i).getAttributes().item(a));
        }
      }
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the page is not well-formed", e);
    }
    return found;
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }
}
