package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window = new Window(100);

  @Test
  void closesByAQuarterOfWhatIsOpenAndOpensByOne() {
    for (int i = 0; i < 80; i++) {
      window.opened();
    }
    assertThat(window.hasRoom()).isTrue();
    window.shrink();
    assertThat(window.limit()).isEqualTo(60);
    assertThat(window.hasRoom()).isFalse();
    for (int i = 0; i < 100; i++) {
      window.grow();
    }
    assertThat(window.limit()).as("never more than it was").isEqualTo(100);
    assertThat(window.narrowest()).isEqualTo(60);
  }

  @Test
  void neverClosesWhollyAndAScanNeverHangs() {
    for (int i = 0; i < 50; i++) {
      window.shrink();
    }
    assertThat(window.hasRoom()).isTrue();
  }
}
