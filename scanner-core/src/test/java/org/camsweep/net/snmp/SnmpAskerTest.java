package org.camsweep.net.snmp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camsweep.net.snmp.PretendAgent.message;
import static org.camsweep.net.snmp.PretendAgent.requestId;
import static org.camsweep.net.snmp.PretendAgent.response;
import static org.camsweep.net.snmp.PretendAgent.system;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camsweep.net.snmp.SnmpAsker.Ending;
import org.camsweep.net.snmp.SnmpAsker.Told;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Credential;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.SnmpAccess;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** What is asked of an agent by version 2c, how often, and what is kept of its answers. */
class SnmpAskerTest {
  private static final String COMMUNITY = "Gate-7-reader";
  private static final Credential.Reference SOMEWHERE = new Credential.Reference("env", "X");

  private static final SnmpAccess OPEN =
      new SnmpAccess(SnmpAccess.Version.V2C, SOMEWHERE, Optional.empty(), Optional.empty());

  private static final int TIMEOUT_MILLIS = 300;

  private final SnmpKey key =
      new SnmpKey(OPEN, COMMUNITY.toCharArray(), Optional.empty(), Optional.empty());

  private int turns;

  private static Target target() throws Exception {
    Network network = Networks.paced("cctv", Pace.STANDARD, "127.66.0.0/24");
    Address address = Cidr.address("127.66.0.1");
    return Scope.demo(List.of(network)).admit(address).orElseThrow();
  }

  private Told ask(PretendAgent agent) throws Exception {
    SnmpAsker asker = new SnmpAsker(t -> turns++ >= 0, agent.port(), TIMEOUT_MILLIS);
    return asker.ask(target(), key, word -> false);
  }

  private static PretendAgent agent(BiFunction<Integer, byte[], List<byte[]>> answers)
      throws Exception {
    return new PretendAgent(target().address().inet(), answers);
  }

  private static List<Fact> facts(Told told) throws Exception {
    Heard.Reply reply =
        new Heard.Reply(
            Optional.empty(),
            target().address(),
            Endpoint.udp(161),
            Optional.empty(),
            Instant.EPOCH,
            told.pdu(),
            false,
            List.of(),
            Optional.empty());
    return new SnmpProbe().hear(reply).facts();
  }

  private static List<String> said(Told told) throws Exception {
    return facts(told).stream().map(f -> f.field() + "=" + f.value()).toList();
  }

  @Test
  void anAgentSaysWhoItIsInOneDatagramAndTheCommunityIsNotKept() throws Exception {
    try (PretendAgent agent =
        agent(
            (n, q) ->
                List.of(
                    response(
                        q,
                        COMMUNITY,
                        0,
                        system(1, "Acme camera, read by Gate-7-reader, thanks"),
                        system(5, "gate"),
                        system(6, "never asked for"))))) {
      Told told = ask(agent);
      assertThat(told.ending()).isEqualTo(Ending.IN);
      assertThat(told.datagrams()).isEqualTo(1);
      assertThat(told.withheld()).isTrue();
      assertThat(said(told))
          .containsExactly(
              "snmp.sysdescr=Acme camera, read by (withheld), thanks", "snmp.sysname=gate");
      assertThat(new String(told.pdu(), ISO_8859_1)).doesNotContain(COMMUNITY, "never asked");
      assertThat(agent.asked).hasSize(1);
      String question = new String(agent.asked.get(0), ISO_8859_1);
      int version = PretendAgent.inside(agent.asked.get(0), 0);
      assertThat(question.substring(version)).as("version 2c").startsWith("\u0002\u0001\u0001");
      assertThat(question).contains(COMMUNITY + "\u00a0");
    }
  }

  @Test
  void whoDoesNotAnswerIsAskedOnce() throws Exception {
    try (PretendAgent agent = agent((n, q) -> List.of())) {
      Told told = ask(agent);
      assertThat(told.ending()).isEqualTo(Ending.NO_ANSWER);
      assertThat(told.why()).contains("does not take this community", "a filter", "a loss");
      assertThat(told.datagrams()).isEqualTo(1);
      assertThat(agent.asked).hasSize(1);
      assertThat(turns).as("a turn for it").isEqualTo(1);
    }
  }

  /** A good answer, but from the neighbour, and from another port of the device. */
  @Test
  void whatTheDeviceDidNotSendFromItsPortIsNotHeard() throws Exception {
    for (String source : List.of("127.66.0.2", "127.66.0.1")) {
      InetSocketAddress other = new InetSocketAddress(Cidr.address(source).inet(), 0);
      try (DatagramSocket stranger = new DatagramSocket(other);
          PretendAgent agent =
              new PretendAgent(
                  target().address().inet(),
                  stranger,
                  (n, q) -> List.of(response(q, COMMUNITY, 0, system(1, "Impostor"))))) {
        Told told = ask(agent);
        assertThat(agent.asked).hasSize(1);
        assertThat(told.ending()).as(source).isEqualTo(Ending.NO_ANSWER);
        assertThat(told.pdu()).isEmpty();
      }
    }
  }

  @Test
  void aSecretInsideALongerWordIsWithheldToo() throws Exception {
    String echo = "x".repeat(4_090) + "key=" + COMMUNITY + "x";
    Answer answer = new Answer(key, word -> false);
    OID description = new OID("1.3.6.1.2.1.1.1.0");
    PDU pdu = new PDU();
    pdu.add(new VariableBinding(description, new OctetString(echo)));
    String kept = new String(answer.kept(pdu, List.of(description)), ISO_8859_1);
    assertThat(kept).as("no part of it at the cut").endsWith("xkey=(w");
  }

  @Test
  void whoAnswersWithAnErrorIsAskedForLess() throws Exception {
    try (PretendAgent agent =
        agent(
            (n, q) ->
                List.of(
                    n == 0
                        ? response(q, COMMUNITY, 5)
                        : response(q, COMMUNITY, 0, system(1, "Acme"))))) {
      Told told = ask(agent);
      assertThat(said(told)).containsExactly("snmp.sysdescr=Acme");
      assertThat(agent.asked).hasSize(2);
      assertThat(agent.asked.get(1).length).isLessThan(agent.asked.get(0).length);
    }
    try (PretendAgent agent = agent((n, q) -> List.of(response(q, COMMUNITY, 5)))) {
      Told told = ask(agent);
      assertThat(told.ending()).isEqualTo(Ending.NOT_UNDERSTOOD);
      assertThat(told.why()).isEqualTo("it answered with error status 5");
      assertThat(agent.asked).hasSize(2);
    }
    try (PretendAgent agent = agent((n, q) -> List.of(response(q, COMMUNITY, 16)))) {
      assertThat(ask(agent).ending()).isEqualTo(Ending.REFUSED);
    }
    try (PretendAgent agent = agent((n, q) -> List.of(response(q, COMMUNITY, 0)))) {
      assertThat(ask(agent).why()).isEqualTo("it shows none of the objects asked for");
    }
  }

  @Test
  void whatIsNoAnswerToTheQuestionIsNone() throws Exception {
    byte[] other = {2, 1, 7};
    try (PretendAgent agent =
        agent(
            (n, q) ->
                List.of(
                    message(0, COMMUNITY, requestId(q), 0, system(1, "version 1")),
                    message(3, COMMUNITY, requestId(q), 0, system(1, "version 3")),
                    message(1, COMMUNITY, other, 0, system(1, "another request")),
                    new byte[0],
                    new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                    "HTTP/1.1 400".getBytes(ISO_8859_1)))) {
      Told told = ask(agent);
      assertThat(told.ending()).isEqualTo(Ending.NOT_UNDERSTOOD);
      assertThat(told.why()).contains("not in a form that was understood");
      assertThat(agent.asked).hasSize(1);
    }
  }

  /** Each burst ends with a good answer: it is heard only if what came before did no harm. */
  @Test
  void flippedBytesDoNoHarm() throws Exception {
    int burst = 5; // twice, where an error is answered by asking for less, and still no flood
    byte[] whole = {0x30, 0, 2, 1, 1, 4, 1, 'c', (byte) 0xa0, 0, 2, 1, 1};
    int length = response(whole, COMMUNITY, 0, system(1, "Acme"), system(5, "gate")).length + 3;
    for (int mask : new int[] {0x01, 0x80, 0xff}) {
      for (int from = 0; from < length; from += burst) {
        int first = from;
        try (PretendAgent agent = agent((n, q) -> flipped(q, first, burst, mask))) {
          Told told = ask(agent);
          assertThat(told.ending()).as("%x from %d", mask, from).isNotEqualTo(Ending.NO_ANSWER);
          assertThat(told.why()).doesNotContain("not in a form");
          assertThat(agent.asked.size()).isLessThanOrEqualTo(SnmpAsker.MOST_2C);
          assertThat(facts(told).size()).isLessThanOrEqualTo(6);
        }
      }
    }
  }

  private static List<byte[]> flipped(byte[] question, int from, int burst, int mask) {
    byte[] good = response(question, COMMUNITY, 0, system(1, "Acme"), system(5, "gate"));
    List<byte[]> all = new ArrayList<>();
    for (int at = from; at < Math.min(from + burst, good.length); at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) mask;
      all.add(bad);
    }
    all.add(good);
    return all;
  }

  @Test
  void aStopSendsNothingMore() throws Exception {
    try (PretendAgent agent = agent((n, q) -> List.of())) {
      SnmpAsker stopped = new SnmpAsker(t -> false, agent.port(), TIMEOUT_MILLIS);
      assertThat(stopped.ask(target(), key, word -> false).datagrams()).isZero();
      assertThat(agent.asked).isEmpty();
    }
    try (PretendAgent agent = agent((n, q) -> List.of(response(q, COMMUNITY, 5)))) {
      SnmpAsker once = new SnmpAsker(t -> turns++ == 0, agent.port(), TIMEOUT_MILLIS);
      Told told = once.ask(target(), key, word -> false);
      assertThat(told.datagrams()).isEqualTo(1);
      assertThat(told.why()).isEqualTo("the scan was stopped");
      assertThat(agent.asked).hasSize(1);
    }
  }

  @Test
  void theKeyIsNotShownAndIsWiped() {
    assertThat(key).hasToString("a key for SNMP, not shown");
    key.close();
    assertThat(key.name()).containsOnly(0);
  }
}
