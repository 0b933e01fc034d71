package org.camsweep.export.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.camsweep.export.spi.StoredZip;
import org.camsweep.export.spi.XmlText;
import org.camsweep.observe.Plain;

/**
 * Writes SpreadsheetML (ECMA-376 part 1, clause 18) with inline strings. Written here and not by a
 * library: those that can be had stamp the moment into the file, cannot set {@code quotePrefix}, or
 * bring a log back end; what is needed is five small documents.
 */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Excel's own limit for a cell. */
  private static final int LONGEST = 32_767;

  private static final int WIDEST = 60;

  /** Style 1: text, which stays text when somebody edits it. Style 2: the same, bold. */
  private static final String TEXT = "1";

  private static final String HEADING = "2";

  private final StoredZip zip;
  private final Optional<String> marking;

  Workbook(OutputStream out, Optional<String> marking) {
    this.zip = new StoredZip(out);
    this.marking = marking;
  }

  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private void part(String name, Part part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    part.write(bytes);
    zip.add(name, bytes.toByteArray());
  }

  void write(List<Sheet> sheets) throws IOException {
    part("[Content_Types].xml", out -> types(out, sheets.size()));
    part(
        "_rels/.rels",
        out ->
            new XmlText(out, "")
                .open("Relationships", "xmlns", PACKAGE)
                .empty("Relationship", relation("rId1", "officeDocument", "xl/workbook.xml"))
                .close());
    part("xl/workbook.xml", out -> workbook(out, sheets));
    part("xl/_rels/workbook.xml.rels", out -> relations(out, sheets.size()));
    part("xl/styles.xml", Workbook::styles);
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      part("xl/worksheets/sheet" + (i + 1) + ".xml", out -> sheet(out, sheet));
    }
    zip.finish();
  }

  private static String[] relation(String id, String kind, String target) {
    return new String[] {"Id", id, "Type", RELATIONS + "/" + kind, "Target", target};
  }

  private static void types(OutputStream out, int sheets) throws IOException {
    XmlText xml =
        new XmlText(out, "")
            .open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
            .empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml")
            .empty("Default", "Extension", "xml", "ContentType", "application/xml");
    override(xml, "/xl/workbook.xml", "sheet.main");
    override(xml, "/xl/styles.xml", "styles");
    for (int i = 1; i <= sheets; i++) {
      override(xml, "/xl/worksheets/sheet" + i + ".xml", "worksheet");
    }
    xml.close();
  }

  private static void override(XmlText xml, String part, String kind) throws IOException {
    xml.empty("Override", "PartName", part, "ContentType", TYPE + kind + "+xml");
  }

  private static void workbook(OutputStream out, List<Sheet> sheets) throws IOException {
    XmlText xml =
        new XmlText(out, "").open("workbook", "xmlns", MAIN, "xmlns:r", RELATIONS).open("sheets");
    for (int i = 1; i <= sheets.size(); i++) {
      String id = Integer.toString(i);
      xml.empty("sheet", "name", sheets.get(i - 1).name(), "sheetId", id, "r:id", "rId" + id);
    }
    xml.close().open("definedNames");
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      xml.text(
          "definedName",
          "'" + sheet.name() + "'!$1:$1",
          "name",
          "_xlnm.Print_Titles",
          "localSheetId",
          Integer.toString(i));
    }
    xml.close().close();
  }

  private static void relations(OutputStream out, int sheets) throws IOException {
    XmlText xml = new XmlText(out, "").open("Relationships", "xmlns", PACKAGE);
    for (int i = 1; i <= sheets; i++) {
      xml.empty("Relationship", relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    xml.empty("Relationship", relation("rId" + (sheets + 1), "styles", "styles.xml")).close();
  }

  private static void styles(OutputStream out) throws IOException {
    XmlText xml = new XmlText(out, "").open("styleSheet", "xmlns", MAIN);
    xml.open("fonts", "count", "2");
    xml.open("font").empty("sz", "val", "11").empty("name", "val", "Calibri").close();
    xml.open("font").empty("b").empty("sz", "val", "11").empty("name", "val", "Calibri").close();
    xml.close().open("fills", "count", "2");
    xml.open("fill").empty("patternFill", "patternType", "none").close();
    xml.open("fill").empty("patternFill", "patternType", "gray125").close();
    xml.close().open("borders", "count", "1").open("border");
    xml.empty("left").empty("right").empty("top").empty("bottom").empty("diagonal");
    xml.close().close();
    xml.open("cellStyleXfs", "count", "1");
    xml.empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0").close();
    xml.open("cellXfs", "count", "3").empty("xf", cell("0", "0", "0"));
    xml.empty("xf", cell("49", "0", "1")).empty("xf", cell("49", "1", "1")).close();
    xml.open("cellStyles", "count", "1");
    xml.empty("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0").close();
    xml.close();
  }

  /** Format 49 is {@code @}: text. */
  private static String[] cell(String format, String font, String quotePrefix) {
    return new String[] {
      "numFmtId",
      format,
      "fontId",
      font,
      "fillId",
      "0",
      "borderId",
      "0",
      "xfId",
      "0",
      "quotePrefix",
      quotePrefix,
      "applyNumberFormat",
      "1",
      "applyFont",
      "1",
    };
  }

  private void sheet(OutputStream out, Sheet sheet) throws IOException {
    String last = column(sheet.headings().size() - 1);
    String area = "A1:" + last + (sheet.rows().size() + 1);
    XmlText xml = new XmlText(out, "").open("worksheet", "xmlns", MAIN);
    xml.empty("dimension", "ref", area);
    xml.open("sheetViews").open("sheetView", "workbookViewId", "0");
    xml.empty(
        "pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen");
    xml.close().close();
    widths(xml, sheet);
    xml.open("sheetData");
    row(xml, 1, sheet.headings(), HEADING);
    for (int i = 0; i < sheet.rows().size(); i++) {
      row(xml, i + 2, sheet.rows().get(i), TEXT);
    }
    xml.close();
    xml.empty("autoFilter", "ref", area);
    xml.empty(
        "pageMargins",
        "left",
        "0.5",
        "right",
        "0.5",
        "top",
        "0.75",
        "bottom",
        "0.75",
        "header",
        "0.3",
        "footer",
        "0.3");
    xml.empty("pageSetup", "paperSize", "9", "orientation", "landscape");
    if (marking.isPresent()) {
      // An ampersand begins a code in a page's head.
      String text = "&C" + Plain.of(marking.get(), 100).replace("&", "&&");
      xml.open("headerFooter").text("oddHeader", text).text("oddFooter", text).close();
    }
    xml.close();
  }

  private static void widths(XmlText xml, Sheet sheet) throws IOException {
    xml.open("cols");
    for (int i = 0; i < sheet.headings().size(); i++) {
      int column = i;
      int longest = sheet.rows().stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
      int width = Math.max(sheet.headings().get(i).length(), Math.min(longest, WIDEST)) + 3;
      String place = Integer.toString(i + 1);
      xml.empty(
          "col", "min", place, "max", place, "width", Integer.toString(width), "customWidth", "1");
    }
    xml.close();
  }

  private static void row(XmlText xml, int number, List<String> values, String style)
      throws IOException {
    xml.open("row", "r", Integer.toString(number));
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        String text = Plain.of(values.get(i), LONGEST - 1);
        xml.open("c", "r", column(i) + number, "s", style, "t", "inlineStr");
        xml.open("is").text("t", text, "xml:space", "preserve").close().close();
      }
    }
    xml.close();
  }

  /** A, B, …, Z, AA, AB, … */
  static String column(int index) {
    String last = Character.toString('A' + index % 26);
    return index < 26 ? last : column(index / 26 - 1) + last;
  }
}
