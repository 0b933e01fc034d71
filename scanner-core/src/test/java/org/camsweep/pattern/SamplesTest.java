package org.camsweep.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static List<String> of(String pattern) {
    return Samples.of(pattern);
  }

  @Test
  void everyWayIsTakenOnceInEitherCase() {
    assertThat(of("^cam(?:era|IP|)-x$"))
        .containsExactly("camera-x", "CAMERA-X", "camIP-x", "camip-x", "CAMIP-X", "cam-x", "CAM-X");
    assertThat(of("a[XY]?b*")).contains("a", "aX", "AX", "ax", "aXb");
  }

  @Test
  void aPlaceTakesTheFirstCharacterItAllows() {
    assertThat(of("[^a-zA-Z]")).containsExactly("0");
    assertThat(of("\\s")).containsExactly(" ");
    assertThat(of("[[:punct:]]")).containsExactly("!");
    assertThat(of("[a-z]{2,3}")).contains("aa", "aaa", "AA");
  }

  @Test
  void wherePatternsAreNotReadWholeThereAreNone() {
    assertThat(of("(?m)^cam$")).isEmpty();
    assertThat(of("a{x")).isEmpty();
    assertThat(of("é")).isEmpty();
  }

  @Test
  void ofManyWaysSomeAreTaken() {
    assertThat(of("(?:a|b|c|d|e|f|g|h){40}").size()).isBetween(64, 192);
  }
}
