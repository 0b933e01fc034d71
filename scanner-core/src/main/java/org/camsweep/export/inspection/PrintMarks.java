package org.camsweep.export.inspection;

import java.util.stream.Collectors;
import org.camsweep.observe.Plain;
import org.camsweep.report.Report;

/**
 * What stands in the margins of each printed page: marking, name of the inspection, page number.
 */
final class PrintMarks {
  private PrintMarks() {}

  static String of(Report report) {
    String marking = string(report.provenance().marking().orElse(""));
    String name = string(report.provenance().scanId());
    return "@page{"
        + box("top-center", marking, "bold", "8pt")
        + box("bottom-center", marking, "bold", "8pt")
        + box("bottom-left", name, "normal", "6pt")
        + box("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)", "normal", "7pt")
        + "}\n";
  }

  private static String box(String place, String content, String weight, String size) {
    return "@%s{content:%s;font-family:\"%s\",sans-serif;font-weight:%s;font-size:%s}"
        .formatted(place, content, PrintFont.FAMILY, weight, size);
  }

  /** A CSS string in which only letters, digits, blanks and a few signs stand for themselves. */
  static String string(String text) {
    return Plain.of(text, 80)
        .codePoints()
        .mapToObj(
            c ->
                (Character.isLetterOrDigit(c) && c < 0x7f) || " .,:-_".indexOf(c) >= 0
                    ? Character.toString(c)
                    : "\\" + Integer.toHexString(c) + " ")
        .collect(Collectors.joining("", "\"", "\""));
  }
}
