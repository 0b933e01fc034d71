package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an inventory may hold that a spreadsheet, an editor or an enemy put there. */
class InventoryTricksTest {
  private static Inventory read(String text) throws ConfigException {
    return read(text, StandardCharsets.UTF_8);
  }

  private static Inventory read(String text, Charset charset) throws ConfigException {
    return InventoryReader.read(new DataFile("x.csv", text.getBytes(charset)));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("a NUL", "serial,note\nA\u0000B,x\n", "x.csv:2: serial holds a character"),
        Arguments.of("a bidi sign", "serial\nA\u202eB\n", "x.csv:2: serial holds a character"),
        Arguments.of(
            "a huge cell",
            "serial,note\nA," + "x".repeat(5_000) + "\n",
            "x.csv:2: note is longer than 4096 characters; shorten it"),
        Arguments.of(
            "a cell larger than the library's buffer",
            "serial,note\nA,\"" + "x".repeat(20_000_000) + "\"\n",
            "x.csv:2"),
        Arguments.of(
            "a quote that nobody closes swallows the rows below it",
            "serial,note\nA,\"x\nB,y\nC,z\n",
            "is not CSV; check the quotes"),
        Arguments.of(
            "text behind a closing quote",
            "serial,note\nA,\"x\"y\n",
            "is not CSV; check the quotes"),
        Arguments.of(
            "a row that moved by a cell",
            "serial,maker,note\nA,acme,seen,twice\n",
            "x.csv:2: a row of 4 cells under a header of 3"),
        Arguments.of(
            "a short row", "serial,maker\nA,acme\nB\n", "x.csv:3: a row of 1 cells under a header"),
        Arguments.of("a column twice", "mac,mac\n,\n", "x.csv:1: column 'mac' twice"),
        Arguments.of("semicolons", "mac;serial\n;A\n", "x.csv:1: unknown column 'mac;serial'"),
        Arguments.of(
            "a second mark of order", "\ufeff\ufeffserial\nA\n", "unknown column '\\ufeffserial'"),
        Arguments.of(
            "a formula as an address", "address\n=10.0.0.1\n", "x.csv:2: '=10.0.0.1' is not an"),
        Arguments.of(
            "a formula as a hardware address", "mac\n=1+1\n", "x.csv:2: '=1+1' is not a hardware"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatIsDoubtfulIsOneLineWithItsPlace(String what, String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u0000", "\u202e"))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
  }

  @Test
  void otherEncodingsAreNamed() {
    for (Charset other :
        new Charset[] {
          StandardCharsets.UTF_16LE, StandardCharsets.UTF_16, Charset.forName("Cp1252")
        }) {
      assertThatThrownBy(() -> read("\ufeffserial,note\nA,Größe\n".substring(1), other))
          .as(other.name())
          .isInstanceOf(ConfigException.class);
    }
    assertThatThrownBy(() -> read("serial,note\nA,Größe\n", Charset.forName("Cp1252")))
        .hasMessageContaining(
            "x.csv: is not UTF-8 text; let the spreadsheet save it as 'CSV UTF-8'");
  }

  @Test
  void aMarkOfOrderAndEveryLineEndAreNoPartOfTheText() throws ConfigException {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      Inventory read = read("\ufeffserial,note" + end + "A,x" + end + "B,y" + end);
      assertThat(read.rows()).extracting(r -> r.serial().orElseThrow()).containsExactly("A", "B");
    }
  }

  @Test
  void quotesCommasLineEndsAndFormulasInANoteAreItsText() throws ConfigException {
    Inventory read =
        read("serial,note\nA,\"=cmd|'/c calc'!A1, \"\"two\"\"\nlines\"\nB,it's 5\" wide\n");
    assertThat(read.rows())
        .extracting(r -> r.note().orElseThrow())
        .containsExactly("=cmd|'/c calc'!A1, \"two\"\nlines", "it's 5\" wide");
    assertThat(read.rows()).extracting(Inventory.Row::line).containsExactly(2, 4);
  }
}
