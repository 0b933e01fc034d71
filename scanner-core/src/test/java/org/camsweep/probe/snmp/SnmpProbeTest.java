package org.camsweep.probe.snmp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class SnmpProbeTest extends ProbeContract {
  private static final String DESCRIPTION = "2b06010201010100";
  private static final String OBJECT_ID = "2b06010201010200";

  /** enterprises.39165.1.1.0; 39165 is 2, 49, 125 in base 128. */
  private static final String VENDOR = "2b060104018281b17d" + "010100";

  @Override
  protected Probe probe() {
    return new SnmpProbe();
  }

  @Override
  protected boolean isAskedByAStageOfItsOwn() {
    return true;
  }

  private static byte[] value(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(content::writeBytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.size() > 127) {
      out.write(0x81);
    }
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static byte[] text(String said) {
    return value(4, said.getBytes(US_ASCII));
  }

  private static byte[] variable(String oid, byte[] said) {
    return value(0x30, value(6, Octets.hex(oid)), said);
  }

  private static byte[] pdu(int kind) {
    byte[] zero = value(2, new byte[1]);
    return value(
        kind,
        zero,
        zero,
        zero,
        value(
            0x30,
            variable(DESCRIPTION, text("Acme camera AC-20, a text of some length for two octets")),
            variable(OBJECT_ID, value(6, Octets.hex("2b06010401827001"))),
            variable("2b06010201010500", text("lobby")),
            variable("2b060102012f010101010d01", text("AC-20")),
            variable(VENDOR.replace("8281b17d", "82b17d"), text("AC-20X"))));
  }

  private static byte[] message(int version, int kind) {
    return value(0x30, value(2, new byte[] {(byte) version}), text("s3cret-word"), pdu(kind));
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(161, pdu(0xa2)));
  }

  @Test
  void readsWhatADeviceAnswers() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "snmp.sysdescr")).first().asString().startsWith("Acme camera AC-20");
    assertThat(said(answer, "snmp.sysobjectid")).containsExactly("1.3.6.1.4.1.368.1");
    assertThat(said(answer, "snmp.sysname")).containsExactly("lobby");
    assertThat(said(answer, "snmp.model")).containsExactly("AC-20");
    assertThat(said(answer, "snmp.vendor")).containsExactly("1.3.6.1.4.1.39165.1.1.0=AC-20X");
  }

  @Test
  void theCommunityIsLeftBehind() {
    byte[] pdu = SnmpProbe.response(message(1, 0xa2)).orElseThrow();
    assertThat(pdu).isEqualTo(pdu(0xa2));
    assertThat(new String(pdu, US_ASCII)).doesNotContain("s3cret-word");
  }

  @Test
  void onlyAnswersOfReadableVersionsAreTaken() {
    assertThat(SnmpProbe.response(message(0, 0xa2))).isPresent();
    assertThat(SnmpProbe.response(message(3, 0xa2))).isEmpty();
    assertThat(SnmpProbe.response(message(1, 0xa0))).as("a question").isEmpty();
    byte[] whole = message(1, 0xa2);
    for (int n = 0; n < whole.length; n++) {
      assertThat(SnmpProbe.response(Arrays.copyOf(whole, n))).isEmpty();
    }
  }
}
