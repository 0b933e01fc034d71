package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.site.Credential.Reference;
import org.camsweep.site.SnmpAccess;
import org.junit.jupiter.api.Test;

/** What cannot be a key is refused before the scan, and is not repeated. */
class SnmpKeysTest {
  private static final SnmpAccess ACCESS =
      new SnmpAccess(
          SnmpAccess.Version.V3,
          new Reference("env", "U"),
          Optional.of(new SnmpAccess.Lock(SnmpAccess.Algorithm.SHA_256, new Reference("env", "A"))),
          Optional.empty());

  private static SnmpKeys fetch(String user, String password) throws ConfigException {
    return SnmpKeys.fetch(Map.of("cctv", ACCESS), Map.of("U", user, "A", password));
  }

  @Test
  void aPasswordHasEightCharactersAndAUserAtMostThirtyTwo() throws ConfigException {
    assertThatThrownBy(() -> fetch("reader", "sevenxx"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("snmp of network cctv")
        .hasMessageContaining("what is in environment variable A is too short")
        .hasMessageNotContaining("sevenxx");
    assertThatThrownBy(() -> fetch("u".repeat(33), "eight-xx"))
        .hasMessageContaining("what is in environment variable U is too long");
    try (SnmpKeys keys = fetch("u".repeat(32), "eight-xx")) {
      assertThat(keys.byNetwork()).containsOnlyKeys("cctv");
      assertThat(keys.byNetwork().get("cctv").toString()).doesNotContain("eight");
    }
  }
}
