package org.camsweep.net.snmp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camsweep.net.snmp.PretendAgent.tlv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.snmp.SnmpQuestions;
import org.camsweep.probe.spi.Shown;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.SnmpAccess;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What {@code camsweep probes snmp} shows is what goes out, byte for byte. */
class SentBytesTest {
  private static final Credential.Reference X = new Credential.Reference("env", "X");
  private static final byte[] ENGINE = "ENGINE".getBytes(US_ASCII);
  private static final byte[] USER = "USER".getBytes(US_ASCII);
  private static final byte[] NO_SUCH_ENGINE = {0x2b, 6, 1, 6, 3, 15, 1, 1, 4, 0};

  private static List<byte[]> sent(SnmpAccess access, String name, PretendAgent agent)
      throws Exception {
    Network network = Networks.of("127.66.0.0/24");
    Target target = Scope.demo(List.of(network)).admit(Cidr.address("127.66.0.9")).orElseThrow();
    Optional<char[]> password = access.auth().map(lock -> "password-1".toCharArray());
    try (SnmpKey key = new SnmpKey(access, name.toCharArray(), password, password)) {
      new SnmpAsker(t -> true, agent.port(), 2_000).ask(target, key, word -> false);
    }
    return agent.asked;
  }

  private static PretendAgent agent(BiFunction<Integer, byte[], List<byte[]>> answers)
      throws Exception {
    return new PretendAgent(Cidr.address("127.66.0.9").inet(), answers);
  }

  @Test
  void ofVersion2c() throws Exception {
    SnmpAccess open = new SnmpAccess(SnmpAccess.Version.V2C, X, Optional.empty(), Optional.empty());
    try (PretendAgent agent = agent((n, q) -> List.of(PretendAgent.response(q, "COMMUNITY", 5)))) {
      List<byte[]> sent = sent(open, "COMMUNITY", agent);
      assertThat(sent).hasSize(2);
      for (int n = 0; n < 2; n++) {
        byte[] id = value(PretendAgent.requestId(sent.get(n)));
        byte[] expected = SnmpQuestions.open("COMMUNITY".getBytes(US_ASCII), id, n == 0);
        assertThat(Shown.bytes(sent.get(n))).isEqualTo(Shown.bytes(expected));
        byte[] zeros = SnmpQuestions.open("COMMUNITY".getBytes(US_ASCII), new byte[4], n == 0);
        assertThat(shown(n)).endsWith(": " + Shown.bytes(zeros));
      }
    }
  }

  @Test
  void ofVersion3() throws Exception {
    Optional<SnmpAccess.Lock> auth =
        Optional.of(new SnmpAccess.Lock(SnmpAccess.Algorithm.SHA_256, X));
    Optional<SnmpAccess.Lock> privacy =
        Optional.of(new SnmpAccess.Lock(SnmpAccess.Algorithm.AES_128, X));
    SnmpAccess locked = new SnmpAccess(SnmpAccess.Version.V3, X, auth, privacy);
    try (PretendAgent agent = agent((n, q) -> n == 0 ? List.of(report(q)) : List.of())) {
      List<byte[]> sent = sent(locked, "USER", agent);
      assertThat(sent).hasSize(2);
      byte[] first = SnmpQuestions.introduction(value(messageId(sent.get(0))));
      assertThat(Shown.bytes(sent.get(0))).isEqualTo(Shown.bytes(first));
      byte[] real = sent.get(1);
      byte[] data = Arrays.copyOfRange(real, real.length - 124, real.length);
      assertThat(data)
          .as("encrypted")
          .isNotEqualTo(SnmpQuestions.scoped(ENGINE, new byte[4], true));
      byte[] salt = Arrays.copyOfRange(real, real.length - 134, real.length - 126);
      byte[] code = Arrays.copyOfRange(real, real.length - 160, real.length - 136);
      byte[] time = {real[real.length - 169]}; // a second may have passed
      byte[] expected =
          SnmpQuestions.locked(
              value(messageId(real)), ENGINE, time, USER, code, salt, tlv(4, data));
      assertThat(Shown.bytes(real)).isEqualTo(Shown.bytes(expected));
      assertThat(shown(2)).endsWith(": " + Shown.bytes(SnmpQuestions.introduction(new byte[2])));
      byte[] zeros =
          SnmpQuestions.locked(
              new byte[2],
              ENGINE,
              new byte[1],
              USER,
              new byte[24],
              new byte[8],
              tlv(4, SnmpQuestions.scoped(ENGINE, new byte[4], true)));
      assertThat(shown(3)).endsWith(": " + Shown.bytes(zeros));
    }
  }

  private static String shown(int number) {
    return new SnmpProbe().about().sends().get(number);
  }

  private static byte[] value(byte[] integer) {
    return Arrays.copyOfRange(integer, 2, integer.length);
  }

  /** As BER: the first integer of the second part (RFC 3412 §6). */
  private static byte[] messageId(byte[] question) {
    int head = PretendAgent.inside(question, 0) + 3;
    int id = PretendAgent.inside(question, head);
    return Arrays.copyOfRange(question, id, id + 2 + question[id + 1]);
  }

  /** A report of an engine, to whom it asked without its identifier (RFC 3414 §4). */
  private static byte[] report(byte[] question) {
    byte[] nothing = tlv(4);
    byte[] zero = tlv(2, new byte[1]);
    byte[] counter = tlv(0x30, tlv(6, NO_SUCH_ENGINE), tlv(0x41, new byte[] {1}));
    byte[] head =
        tlv(
            0x30,
            messageId(question),
            tlv(2, new byte[] {0, -1, -29}),
            tlv(4, new byte[1]),
            tlv(2, new byte[] {3}));
    return tlv(
        0x30,
        tlv(2, new byte[] {3}),
        head,
        tlv(4, tlv(0x30, tlv(4, ENGINE), zero, zero, nothing, nothing, nothing)),
        tlv(0x30, tlv(4, ENGINE), nothing, tlv(0xa8, zero, zero, zero, tlv(0x30, counter))));
  }
}
