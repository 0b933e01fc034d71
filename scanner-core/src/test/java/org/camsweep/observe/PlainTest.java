package org.camsweep.observe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTest {
  @Test
  void showsWhatIsHarmlessAsItIs() {
    assertThat(Plain.of("Kamera Süd (杭州) \\ 😀 1/2")).isEqualTo("Kamera Süd (杭州) \\ 😀 1/2");
  }

  @Test
  void replacesEscapesControlsAndDirections() {
    assertThat(Plain.of("\u001b[31mred\u0007\r\n\t\0"))
        .isEqualTo("\\x1b[31mred\\x07\\x0d\\x0a\\x09\\x00");
    assertThat(Plain.of("a\u202eb\u2066c\u200fd\u009be"))
        .isEqualTo("a\\u202eb\\u2066c\\u200fd\\x9be");
    assertThat(Plain.of("half \ud83d, tag \udb40\udc41"))
        .isEqualTo("half \\ud83d, tag \\U000e0041");
  }

  @Test
  void shortensByCharactersAndNeverInsideOne() {
    assertThat(Plain.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Plain.of("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Plain.of("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(Plain.of("ab\u001bcd", 5)).isEqualTo("ab…");
  }

  @Property
  void isAlwaysSafeAndNeverLonger(
      @ForAll String said, @ForAll @IntRange(min = 1, max = 40) int max) {
    String shown = Plain.of(said, max);
    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(max);
    assertThat(shown.codePoints()).allMatch(Plain::isSafe);
    assertThat(shown.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> Character.getType(c) == Character.LINE_SEPARATOR);
  }
}
