package org.camsweep.export.nmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.ExporterContract;
import org.camsweep.export.spi.Outsider;
import org.camsweep.report.Report;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validated against Nmap's own DTD and read by Nmap's own ndiff, as Debian's packages nmap-common
 * and ndiff install them.
 */
class NmapExporterTest extends ExporterContract {
  private static final Path NDIFF = Path.of("/usr/bin/ndiff");
  private static final Path DTD = Path.of("/usr/share/nmap/nmap.dtd");

  @TempDir private Path home;

  @Override
  protected Exporter exporter() {
    return new NmapExporter();
  }

  private static Document parse(String xml, boolean validating) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(validating);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) throws SAXException {
            throw e;
          }

          @Override
          public void error(SAXParseException e) throws SAXException {
            throw e;
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXException {
            throw e;
          }
        });
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private String withDtd(Report report) throws Exception {
    return text(report).replace("<!DOCTYPE nmaprun>", "<!DOCTYPE nmaprun SYSTEM \"" + DTD + "\">");
  }

  @Test
  void isValidByNmapsDtd() throws Exception {
    Outsider.need(DTD, "nmap-common");
    parse(withDtd(SampleReport.full()), true);
    parse(withDtd(SampleReport.empty()), true);
    parse(withDtd(SampleReport.zoned()), true);
    assertThatThrownBy(() -> parse(withDtd(SampleReport.full()).replace("<verbose", "<loud"), true))
        .isInstanceOf(SAXException.class);
  }

  private Outsider.Said ndiff(String before, String after) throws Exception {
    Files.writeString(home.resolve("before.xml"), before);
    Files.writeString(home.resolve("after.xml"), after);
    return Outsider.run(
        new byte[0],
        NDIFF.toString(),
        home.resolve("before.xml").toString(),
        home.resolve("after.xml").toString());
  }

  @Test
  void nmapsOwnComparerReadsIt() throws Exception {
    Outsider.need(NDIFF, "ndiff");
    String full = text(SampleReport.full());
    assertThat(ndiff(full, full).code()).isZero();
    Outsider.Said found = ndiff(text(SampleReport.empty()), full);
    assertThat(found.code()).as("a difference: " + found.output()).isEqualTo(1);
    assertThat(found.output())
        .contains("+10.0.0.21, 2001:db8::21, 02:00:00:5E:53:21:")
        .contains("+80/tcp   open  http");
    assertThat(ndiff(full, full.replace("</nmaprun>", "")).code()).as("no XML").isEqualTo(2);
  }

  @Test
  void holdsHostsPortsAndFindings() throws Exception {
    Document xml = parse(text(SampleReport.full()), false);
    assertThat(xml.getElementsByTagName("host").getLength()).isEqualTo(6);
    Element host = (Element) xml.getElementsByTagName("host").item(0);
    Element mac = (Element) host.getElementsByTagName("address").item(2);
    assertThat(mac.getAttribute("addr")).isEqualTo("02:00:00:5E:53:21");
    assertThat(mac.getAttribute("vendor")).isEqualTo("Orient Vision Co, Ltd");
    assertThat(host.getElementsByTagName("port").getLength()).isEqualTo(3);
    Element service = (Element) host.getElementsByTagName("service").item(0);
    assertThat(service.getAttribute("product")).isEqualTo("Northview NV-4120");
    assertThat(service.getAttribute("extrainfo"))
        .isEqualTo("maker: Orient Vision Co, Ltd (confirmed)");
    assertThat(host.getElementsByTagName("elem").item(0).getTextContent())
        .isEqualTo("restricted: uk-instruction/sensitive-site");
    assertThat(((Element) xml.getFirstChild().getNextSibling().getNextSibling()).getTagName())
        .isEqualTo("nmaprun");
  }

  @Test
  void aPossibleMakerIsNoVendor() throws Exception {
    assertThat(text(SampleReport.full()).split("vendor=\"Orient")).hasSize(2);
  }
}
