package org.camsweep.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static ObjectNode saying(String value) {
    return JsonNodeFactory.instance.objectNode().put("said", value);
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(JsonText.line(saying("\u001b\u202e\u009b\u007f\ud83d é😀")))
        .isEqualTo("{\"said\":\"\\u001B\\u202e\\u009b\\u007f\\ud83d é😀\"}");
  }

  @Test
  void indentsTheSameEverywhere() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ObjectNode json = saying("x");
    json.putArray("none");
    json.putArray("some").add(1);
    JsonText.pretty(json, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\n  \"said\": \"x\",\n  \"none\": [],\n  \"some\": [\n    1\n  ]\n}\n");
  }

  @Property
  void meansTheSame(@ForAll String value) throws IOException {
    String line = JsonText.line(saying(value));
    assertThat(line.codePoints()).allMatch(Plain::isSafe);
    assertThat(new ObjectMapper().readTree(line).get("said").textValue()).isEqualTo(value);
  }
}
