package org.camsweep.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What devices answer to the discovery protocols over UDP: nothing but a proper question gets an
 * answer.
 */
final class Discovery {
  static final int WSD_PORT = 3702;
  static final int SADP_PORT = 37020;
  static final int DHIP_PORT = 37810;

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<(?:\\w+:)?MessageID[^>]*>\\s*([^<\\s]{1,128})\\s*</");
  private static final Pattern UUID = Pattern.compile("<Uuid>([0-9A-Fa-f-]{1,64})</Uuid>");
  private static final byte[] DHIP_START = {0x20, 0, 0, 0, 'D', 'H', 'I', 'P'};
  private static final int DHIP_HEAD = 32;

  private Discovery() {}

  /** WS-Discovery: {@code ${relatesTo}} is the Probe's MessageID. */
  static Switchboard.Responder wsd(String text, Words words) {
    return question -> {
      String probe = new String(question, StandardCharsets.UTF_8);
      Matcher id = MESSAGE_ID.matcher(probe);
      return probe.contains("Probe>") && id.find()
          ? utf8(words.and(Map.of("relatesTo", id.group(1))).fill(text))
          : List.of();
    };
  }

  /** UDP 37020: {@code ${uuid}} is the inquiry's; lines end as the firmware ends them. */
  static Switchboard.Responder sadp(String text, Words words) {
    return question -> {
      String probe = new String(question, StandardCharsets.UTF_8);
      Matcher id = UUID.matcher(probe);
      return probe.contains("<Types>inquiry</Types>") && id.find()
          ? utf8(words.and(Map.of("uuid", id.group(1))).fill(text).replace("\n", "\r\n"))
          : List.of();
    };
  }

  /** UDP 37810: JSON behind a head of 32 bytes that gives its length twice. */
  static Switchboard.Responder dhip(String text, Words words) {
    return question -> {
      if (question.length <= DHIP_HEAD
          || !ByteBuffer.wrap(question, 0, DHIP_START.length).equals(ByteBuffer.wrap(DHIP_START))) {
        return List.of();
      }
      byte[] json = (words.fill(text) + "\n\0").getBytes(StandardCharsets.UTF_8);
      ByteBuffer whole =
          ByteBuffer.allocate(DHIP_HEAD + json.length).order(ByteOrder.LITTLE_ENDIAN);
      whole.put(DHIP_START).putInt(0).putInt(0);
      whole.putInt(json.length).putInt(0).putInt(json.length).putInt(0);
      return List.of(whole.put(json).array());
    };
  }

  private static List<byte[]> utf8(String text) {
    return List.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
