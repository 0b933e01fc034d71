package org.camsweep.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackText;
import org.camsweep.observe.Field;
import org.junit.jupiter.api.Test;

/** A signature that nothing a device says can lead to is found by its own examples. */
class ReachCheckTest {
  private static final List<Field> DECLARED =
      List.of(Field.of("http.server"), Field.of("http.title"), Field.of("onvif.model"));

  private static String signature(String field, String pattern, String text, String all) {
    return "  - { id: acme-a, field: %s, pattern: '%s', evidence: declared, verified: true, all: [%s], source: s, examples: [ { text: '%s' } ], nonExamples: [ y ] }\n"
        .formatted(field, pattern, all, text);
  }

  private static List<String> unreached(String signature) {
    Pack pack = new PackText().maker("acme", "signatures:\n" + signature).read();
    return ReachCheck.unreached(pack, DECLARED).stream()
        .map(u -> u.signature().id() + " " + u.text())
        .toList();
  }

  @Test
  void anExampleThatLeadsToItsSignatureIsReached() {
    assertThat(unreached(signature("http.server", "^cam", "cam 1", ""))).isEmpty();
    assertThat(unreached(signature("stated.model", "^M", "M1", ""))).as("derived").isEmpty();
  }

  @Test
  void oneThatDoesNotIsNamedWithItsText() {
    assertThat(unreached(signature("http.server", "^cam", "a cam", "")))
        .containsExactly("acme-a a cam");
  }

  @Test
  void conditionsAreMetByTheirOwnExamples() {
    assertThat(
            unreached(
                signature(
                    "http.server",
                    "^cam",
                    "cam",
                    "{ field: http.title, pattern: 'in', example: Log in }")))
        .isEmpty();
    assertThat(
            unreached(
                signature(
                    "http.server",
                    "^cam",
                    "cam",
                    "{ field: http.title, pattern: 'out', example: Log in }")))
        .containsExactly("acme-a cam");
    assertThat(
            unreached(
                signature("http.server", "^cam", "a cam", "{ field: http.title, pattern: 'in' }")))
        .as("a condition without an example cannot be tried")
        .isEmpty();
  }
}
