package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void everyUuidIsAnotherAcrossThePiecesTheyAreCutFrom() {
    Dice dice = new Dice();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      UUID uuid = dice.uuid();
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
      seen.add(uuid);
    }
    assertThat(seen).hasSize(1_000);
    assertThat(new Dice().uuid()).isNotIn(seen);
  }
}
