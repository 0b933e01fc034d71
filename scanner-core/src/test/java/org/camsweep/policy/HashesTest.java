package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hashes by which versions of data are told apart. */
class HashesTest {
  @Test
  void oneFileIsHashedAsSha256sumDoes() {
    assertThat(Hashes.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo("ba7816bf8f01");
  }

  @Test
  void severalAreHashedByLastNameAndContentWhateverTheirFolderAndOrder() {
    String both = Hashes.of(List.of(Given.file("x/a.yaml", "1"), Given.file("b.yaml", "2")));
    assertThat(both).matches("[0-9a-f]{12}");
    assertThat(Hashes.of(List.of(Given.file("b.yaml", "2"), Given.file("y\\a.yaml", "1"))))
        .isEqualTo(both);
    assertThat(Hashes.of(List.of(Given.file("a.yaml", "1"), Given.file("c.yaml", "2"))))
        .as("another name")
        .isNotEqualTo(both);
    assertThat(Hashes.of(List.of(Given.file("a.yaml", "2"), Given.file("b.yaml", "1"))))
        .as("contents swapped")
        .isNotEqualTo(both);
    assertThat(Hashes.of(List.of(Given.file("a.yaml", "1"), Given.file("b.yaml", "3"))))
        .as("another content")
        .isNotEqualTo(both);
    assertThat(Hashes.of(List.of(Given.file("ab", "1"))))
        .as("where a name ends is part of it")
        .isNotEqualTo(Hashes.of(List.of(Given.file("a", "b1"))));
  }
}
