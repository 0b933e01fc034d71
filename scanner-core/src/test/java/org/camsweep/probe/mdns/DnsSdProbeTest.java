package org.camsweep.probe.mdns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.ProbeContract;
import org.junit.jupiter.api.Test;

class DnsSdProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new DnsSdProbe();
  }

  private static void name(ByteArrayOutputStream out, String... labels) {
    for (String label : labels) {
      out.write(label.length());
      out.writeBytes(label.getBytes(UTF_8));
    }
  }

  private static void record(ByteArrayOutputStream out, String typeAndTtl, byte[] data) {
    out.writeBytes(Octets.hex(typeAndTtl));
    out.write(data.length >> 8);
    out.write(data.length);
    out.writeBytes(data);
  }

  /** PTR with a pointer back to the question, SRV and TXT. */
  private static byte[] answer() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Octets.hex("0000 8400 0001 0001 0000 0002"));
    name(out, "_rtsp", "_tcp", "local");
    out.writeBytes(Octets.hex("00 000c 0001 c00c"));
    ByteArrayOutputStream pointer = new ByteArrayOutputStream();
    name(pointer, "Acme AC-20 - 02AABBCCDDEE");
    pointer.writeBytes(Octets.hex("c00c"));
    record(out, "000c 0001 0000000a", pointer.toByteArray());
    ByteArrayOutputStream service = new ByteArrayOutputStream();
    service.writeBytes(Octets.hex("0000 0000 022a"));
    name(service, "acme-02aabbccddee");
    service.writeBytes(Octets.hex("c017"));
    out.writeBytes(Octets.hex("c00c"));
    record(out, "0021 0001 0000000a", service.toByteArray());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    name(text, "macaddress=02AABBCCDDEE", "ci=17");
    out.writeBytes(Octets.hex("c00c"));
    record(out, "0010 0001 0000000a", text.toByteArray());
    return out.toByteArray();
  }

  @Override
  protected List<Heard.Reply> recordings() {
    return List.of(announced(5353, answer()));
  }

  @Test
  void readsAnAnswer() {
    Heard.Reply answer = recordings().get(0);
    assertThat(said(answer, "mdns.service")).containsExactly("_rtsp._tcp");
    assertThat(said(answer, "mdns.instance")).containsExactly("Acme AC-20 - 02AABBCCDDEE");
    assertThat(said(answer, "mdns.host")).containsExactly("acme-02aabbccddee");
    assertThat(said(answer, "mdns.txt")).containsExactly("macaddress=02AABBCCDDEE", "ci=17");
  }

  @Test
  void aQuestionComeBackSaysNothing() {
    Ask ask = asks().get(0);
    byte[] own = ask.fold(d -> d.payload(), e -> e.payload(), h -> h.body());
    assertThat(own.length).isLessThan(512);
    assertThat(probe().hear(announced(5353, own)).facts()).isEmpty();
  }

  @Test
  void pointersThatLoopOrPointForwardEnd() {
    byte[] loop = Octets.hex("0000 8400 0000 0001 0000 0000 c00c 000c 0001 0000000a 0002 c00c");
    assertThat(probe().hear(announced(5353, loop))).isNotNull();
    byte[] forward = Octets.hex("0000 8400 0000 0001 0000 0000 c020 000c 0001 0000000a 0002 c00c");
    assertThat(probe().hear(announced(5353, forward))).isNotNull();
  }
}
