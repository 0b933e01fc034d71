package org.camsweep.export.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.report.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {
  @Test
  void everyCellIsQuotedAndTheRowEndsInCrLf() {
    assertThat(CsvRow.of(List.of("a", "b\"c", ""))).isEqualTo("\"a\",\"b\"\"c\",\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1", "+1", "-1", "@a", " =1", "\u00a0=1", "\u3000@a", "＝1", "＋1", "－1", "＠a"})
  void whatLooksLikeAFormulaGetsAnApostrophe(String value) {
    assertThat(CsvRow.cell(value)).isEqualTo("\"'" + value + "\"");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noCellStartsAFormula(String value) {
    assertThat(CsvRow.cell(value)).doesNotMatch("\"\\s*[=+@＝＋－＠\\t\\r-].*");
  }

  static List<String> hostile() {
    return SampleReport.HOSTILE;
  }
}
