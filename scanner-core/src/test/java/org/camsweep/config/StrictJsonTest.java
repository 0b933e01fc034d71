package org.camsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void keepsTheLineOfEachValue() throws ConfigException {
    JsonValue json = StrictJson.read("f.json", 1, "{\n \"a\": [\n  1,\n  \"b\"\n ],\"n\":null}");
    assertThat(json.get("n")).isEmpty();
    JsonValue second = json.need("a").list().get(1);
    assertThat(second.line()).isEqualTo(4);
    assertThatThrownBy(() -> second.integer(0, 1))
        .hasMessage("f.json:4: expected a number at a[1]; write a whole number from 0 to 1");
  }

  @Test
  void refusesUnknownKeysButNotPrivateOnes() throws ConfigException {
    JsonValue json = StrictJson.read("f", 7, "{\"a\":1,\"x-mine\":2,\"adress\":3}");
    assertThatThrownBy(() -> json.object(Set.of("a", "address")))
        .hasMessage("f:7: unknown key 'adress'; use one of: a, address; or 'x-…'");
    assertThat(json.object(Set.of("a", "adress"))).isSameAs(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\":1,\"a\":2}", "[1] 2", "{a:1}", "nul", "\"\\x\"", "[1,]", "01"})
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> StrictJson.read("f", 3, text))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("f:3: ");
  }

  @Test
  void refusesDepthWithoutFalling() {
    assertThatThrownBy(() -> StrictJson.read("f", 1, "[".repeat(100_000)))
        .isInstanceOf(ConfigException.class);
  }

  @ParameterizedTest
  @CsvSource({"1.5", "1e3", "99999999999999999999", "-1", "11"})
  void refusesNumbersThatAreNotWholeOrInRange(String number) throws ConfigException {
    JsonValue value = StrictJson.read("f", 1, number);
    assertThatThrownBy(() -> value.integer(0, 10)).isInstanceOf(ConfigException.class);
    assertThat(StrictJson.read("f", 1, "10").integer(0, 10)).isEqualTo(10);
  }
}
