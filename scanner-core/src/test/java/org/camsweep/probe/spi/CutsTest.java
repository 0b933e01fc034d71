package org.camsweep.probe.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Outcome;
import org.junit.jupiter.api.Test;

/** One more than each limit allows is said; exactly as much is not. */
class CutsTest {
  private static final Field FIELD = Field.of("test.word");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageHead head(int headers, int bytes) {
    String text = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(headers);
    String fill = bytes > 0 ? "X: " + "x".repeat(bytes - text.length() - 7) + "\r\n" : "";
    return MessageHead.parse(ascii(text + fill + "\r\n"));
  }

  @Test
  void headsOfReplies() {
    assertThat(head(MessageHead.MAX_HEADERS, 0).cut()).isEmpty();
    assertThat(head(MessageHead.MAX_HEADERS + 1, 0).cut())
        .containsExactly("headers of a reply (100)");
    assertThat(head(1, 32 * 1024).cut()).isEmpty();
    assertThat(head(1, 32 * 1024 + 1).cut()).containsExactly("bytes of a head (32768)");
  }

  @Test
  void xml() {
    assertThat(SaidXml.read("<a/>".repeat(SaidXml.MAX_ELEMENTS)).cut()).isEmpty();
    assertThat(SaidXml.read("<a/>".repeat(SaidXml.MAX_ELEMENTS + 1)).cut())
        .containsExactly("elements of XML (4096)");
    assertThat(SaidXml.read("<a>".repeat(SaidXml.MAX_DEPTH)).cut()).isEmpty();
    assertThat(SaidXml.read("<a>".repeat(SaidXml.MAX_DEPTH + 1)).cut())
        .containsExactly("levels of XML (64)");
    assertThat(SaidXml.read(namespaces(SaidXml.MAX_NAMESPACES)).cut()).isEmpty();
    assertThat(SaidXml.read(namespaces(SaidXml.MAX_NAMESPACES + 1)).cut())
        .containsExactly("namespaces of XML (128)");
  }

  private static String namespaces(int count) {
    StringBuilder tag = new StringBuilder("<a");
    for (int i = 0; i < count; i++) {
      tag.append(" xmlns:n").append(i).append("='u'");
    }
    return tag + "/>";
  }

  @Test
  void json() {
    assertThat(json(SaidJson.MAX_VALUES, 1).cut()).isEmpty();
    assertThat(json(SaidJson.MAX_VALUES + 1, 1).cut()).containsExactly("values of JSON (2000)");
    assertThat(json(1, SaidJson.MAX_DEPTH - 1).cut()).isEmpty();
    assertThat(json(1, SaidJson.MAX_DEPTH + 1).cut()).containsExactly("levels of JSON (32)");
  }

  private static SaidJson json(int values, int levels) {
    String inner = "1" + ",1".repeat(values - 1);
    return SaidJson.read(ascii("{\"a\":" + "[".repeat(levels) + inner + "]".repeat(levels) + "}"));
  }

  @Test
  void pagesThatAreMoreThanTheyLookLike() throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(small)) {
      out.write(new byte[HttpBody.MOST + 1]);
    }
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.writeBytes(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
    reply.writeBytes(small.toByteArray());
    FactSheet sheet = new FactSheet();
    HttpBody.text(MessageHead.parse(reply.toByteArray()), sheet);
    assertThat(sheet.add(FIELD, "x").step().cut())
        .containsExactly("bytes of a page that are read (65536)");
  }

  @Test
  void chains() {
    FactSheet five = new FactSheet();
    CertificateFacts.addTo(five, chain(CertificateFacts.MAX_CHAIN), Optional.empty());
    assertThat(five.step().cut()).isEmpty();
    FactSheet six = new FactSheet();
    CertificateFacts.addTo(six, chain(CertificateFacts.MAX_CHAIN + 1), Optional.empty());
    assertThat(six.step().cut()).containsExactly("certificates of a chain (5)");
  }

  private static List<byte[]> chain(int length) {
    return java.util.Collections.nCopies(length, new byte[] {0x30, 0});
  }

  @Test
  void scopes() {
    FactSheet sheet = new FactSheet();
    OnvifScopes.under("wsd.scope").addTo(sheet, "a ".repeat(OnvifScopes.MAX_SCOPES));
    assertThat(sheet.step().cut()).isEmpty();
    OnvifScopes.under("wsd.scope").addTo(sheet, "a ".repeat(OnvifScopes.MAX_SCOPES + 1));
    assertThat(sheet.step().cut()).containsExactly("scopes of an answer (128)");
  }

  @Test
  void factsAndTheirLengths() {
    FactSheet many = new FactSheet();
    for (int i = 0; i <= FactSheet.MAX_FACTS; i++) {
      assertThat(many.step().outcome()).isNotEqualTo(Outcome.CUT_SHORT);
      many.add(FIELD, "x");
    }
    assertThat(many.step().outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(many.step().cut()).containsExactly("facts of one reply (600)");

    Step longOne = new FactSheet().add(FIELD, "x".repeat(Fact.MAX_LENGTH + 1)).step();
    assertThat(longOne.cut()).containsExactly("characters of one fact (65536)");
    assertThat(longOne.facts().get(0).value()).hasSize(Fact.MAX_LENGTH);

    FactSheet large = new FactSheet();
    for (int i = 0; i < 9; i++) {
      large.add(FIELD, "x".repeat(Fact.MAX_LENGTH));
    }
    assertThat(large.step().cut()).containsExactly("characters of one reply's facts (524288)");
  }

  @Test
  void aReplyOfWhichNothingWasUnderstoodIsStillGarbled() {
    FactSheet sheet = new FactSheet();
    sheet.cutAt("levels of XML", 64);
    assertThat(sheet.step().outcome()).isEqualTo(Outcome.GARBLED);
    assertThat(sheet.step().cut()).containsExactly("levels of XML (64)");
  }
}
