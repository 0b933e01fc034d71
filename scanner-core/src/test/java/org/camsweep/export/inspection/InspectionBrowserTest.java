package org.camsweep.export.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page where it is read: in a browser that we did not write, cut off from any network. */
class InspectionBrowserTest {
  private static final Path PICTURES = Path.of("target", "inspection-pictures");

  /** Calls back when what was loaded is on the screen. */
  private static final String PAINTED =
      "var done=arguments[0];requestAnimationFrame(function(){setTimeout(done,0)})";

  @TempDir static Path folder;
  private static ChromeDriver browser;
  private static Path page;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder);
    page = write(SampleReport.full(), "full.html");
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  private static Path write(Report report, String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      new InspectionHtml().write(report, out);
    }
    return file;
  }

  @BeforeEach
  void open() {
    browser.manage().window().setSize(new Dimension(1360, 1000));
    browser.manage().logs().get(LogType.PERFORMANCE);
    browser.manage().logs().get(LogType.BROWSER);
    browser.get(page.toUri().toString());
  }

  @Test
  void fetchesNothingAndBreaksNoPolicy() {
    List<String> asked =
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(entry -> entry.getMessage())
            .filter(message -> message.contains("\"Network.requestWillBeSent\""))
            .toList();
    assertThat(asked).singleElement().asString().contains(page.getFileName().toString());
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void aScriptBroughtIntoThePageDoesNotRun() {
    browser.executeScript(
        "var s=document.createElement('script');s.textContent='window.owned=1';"
            + "document.body.append(s);"
            + "var i=document.createElement('img');i.src='http://192.0.2.1/x';"
            + "document.body.append(i);");
    assertThat(browser.executeScript("return window.owned")).isNull();
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .anyMatch(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  @Test
  void isAccessible() throws IOException {
    try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
      browser.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
    Object found =
        browser.executeAsyncScript(
            "var done=arguments[0];axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a',"
                + "'wcag21aa','wcag22aa','best-practice']}).then(r=>done(r.violations.map("
                + "v=>v.id+': '+v.nodes.slice(0,3).map(n=>n.html).join(' | '))),"
                + "e=>done(['axe failed: '+e]));");
    assertThat((List<?>) found).isEmpty();
  }

  @Test
  void theFilterShowsWhatIsAskedForAndSaysHowMany() {
    WebElement text = browser.findElement(By.id("filter-text"));
    text.sendKeys("northview");
    assertThat(shownRows()).hasSize(1);
    assertThat(browser.findElement(By.cssSelector(".filter output")).getText())
        .isEqualTo("1 of 7 devices");
    text.clear();
    text.sendKeys(" " + Keys.BACK_SPACE);
    browser.findElement(By.cssSelector("#filter-verdict option[value=restricted]")).click();
    assertThat(shownRows()).hasSize(1);
  }

  private static List<WebElement> shownRows() {
    return browser.findElements(By.cssSelector("#devices tbody tr:not([hidden])"));
  }

  @Test
  void sortsByKeyboardAlone() {
    WebElement head = browser.findElement(By.cssSelector("#devices thead th:nth-child(2) button"));
    browser.executeScript("arguments[0].focus()", head);
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.findElement(By.cssSelector("#devices tbody tr td.address a")).getText())
        .isEqualTo("192.168.7.7");
    assertThat(
            browser
                .findElement(By.cssSelector("#devices thead th:nth-child(2)"))
                .getAttribute("aria-sort"))
        .isEqualTo("descending");
  }

  @Test
  void theFirstKeyLeadsToTheReport() {
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    WebElement first = browser.switchTo().activeElement();
    assertThat(first.getText()).isEqualTo("Skip to the report");
    first.sendKeys(Keys.ENTER);
    assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("report");
  }

  @Test
  void nothingRunsOutOfTheScreen() throws IOException {
    for (int width : new int[] {1360, 820, 390}) {
      browser.manage().window().setSize(new Dimension(width, 1000));
      assertThat(
              (Long)
                  browser.executeScript(
                      "return document.documentElement.scrollWidth-document.documentElement.clientWidth"))
          .as("pixels too wide at %d", width)
          .isZero();
      Files.write(
          PICTURES.resolve("width-" + width + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
  }

  /** Prints what it took; docs/performance.md has the figures. */
  @Test
  void fiveThousandDevicesCanBeFiltered() throws IOException {
    Path file = write(LargeReport.of(5_000), "large.html");
    List<Long> loads = new ArrayList<>();
    List<Long> filters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      browser.get("about:blank");
      long began = System.nanoTime();
      browser.get(file.toUri().toString());
      browser.executeAsyncScript(PAINTED);
      loads.add((System.nanoTime() - began) / 1_000_000);
      filters.add(
          (Long)
              browser.executeScript(
                  "var t=performance.now(),f=document.getElementById('filter-text');"
                      + "f.value='10.0.7.';f.dispatchEvent(new Event('input'));"
                      + "document.body.offsetHeight;return Math.round(performance.now()-t)"));
      assertThat(browser.findElement(By.cssSelector(".filter output")).getText())
          .isEqualTo("200 of 5000 devices");
    }
    Object nodes = browser.executeScript("return document.getElementsByTagName('*').length");
    System.out.printf(
        "5,000 devices: %.1f MB, %s elements, shown after %s ms, filtered in %s ms%n",
        Files.size(file) / 1e6, nodes, loads, filters);
    Files.copy(file, PICTURES.resolve("large.html"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(Files.size(file)).isLessThan(40_000_000);
  }

  /** Sections are laid out when they come near; links must lead to their place all the same. */
  @Test
  void linksLeadToTheirDevicesInALargeReport() throws IOException {
    Path file = write(LargeReport.of(2_000), "linked.html");
    browser.get(file.toUri().toString());
    for (String anchor : List.of("device-10.0.9.2", "device-10.0.8.198", "map", "rule-2")) {
      browser.executeAsyncScript(
          "location.hash=arguments[0];var done=arguments[1];setTimeout(done,1500)", anchor);
      Object top =
          browser.executeScript(
              "return Math.round(document.getElementById(arguments[0]).getBoundingClientRect().top)",
              anchor);
      Files.write(
          PICTURES.resolve("at-" + anchor + ".png"), browser.getScreenshotAs(OutputType.BYTES));
      assertThat(((Number) top).longValue()).as(anchor).isBetween(-5L, 400L);
    }
  }

  @Test
  void printsOnA4WithEveryRow() throws IOException {
    browser.findElement(By.id("filter-text")).sendKeys("northview");
    Map<String, Object> printed =
        browser.executeCdpCommand(
            "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    byte[] pdf = Base64.getDecoder().decode((String) printed.get("data"));
    Files.write(PICTURES.resolve("printed.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 597f);
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("OFFICIAL", "192.168.7.7", "Walk-round sheet", "SHA-256");
    }
  }
}
