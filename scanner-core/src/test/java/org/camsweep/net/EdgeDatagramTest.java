package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.house.NotRun;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.site.Cidr;
import org.camsweep.site.Pace;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** The edge against plain sockets on loopback: datagrams. */
class EdgeDatagramTest extends LoopbackEdge {
  @Test
  void datagramsAreAnsweredOrSilent() throws Exception {
    edge.open(new NamedProbe(PROBE.name()));
    assertThat(edge.links().trouble()).isEmpty();
    int port = site.udp(HOST, "pong".getBytes(US_ASCII));
    Heard.Reply reply =
        reply(ask(new Ask.Datagram(port, "ping".getBytes(US_ASCII), Duration.ofMillis(400))));
    assertThat(new String(reply.bytes(), US_ASCII)).isEqualTo("pong");
    assertThat(reply.endpoint().port()).isEqualTo(port);

    Target other = scope(Pace.STANDARD).admit(Cidr.address("127.66.0.9")).orElseThrow();
    List<Heard> silent =
        askAll(other, List.of(new Ask.Datagram(9_999, new byte[] {1}, Duration.ofMillis(200))));
    assertThat(silent).singleElement().isInstanceOf(Heard.Silence.class);
  }

  @Test
  void aWaitDuringWhichThisMachineDroppedDatagramsIsNoSilence() throws Exception {
    NotRun.unless(
        Files.isReadable(Path.of("/proc/net/udp")), "the kernel does not tell what it drops");
    edge.open(new NamedProbe(PROBE.name()));
    try (DatagramSocket flooder = new DatagramSocket(0, InetAddress.getByName(HOST))) {
      ask(new Ask.Datagram(flooder.getLocalPort(), new byte[] {1}, Duration.ofMillis(10)));
      DatagramPacket question = new DatagramPacket(new byte[16], 16);
      flooder.receive(question);

      Target other = scope(Pace.STANDARD).admit(Cidr.address("127.66.0.9")).orElseThrow();
      DatagramSocket mute = new DatagramSocket(0, InetAddress.getByName("127.66.0.9"));
      Thread thread =
          new Thread(() -> flood(flooder, question.getSocketAddress(), mute), "flooder");
      thread.start();
      List<Heard> heard =
          askAll(
              other,
              List.of(
                  new Ask.Datagram(mute.getLocalPort(), new byte[] {1}, Duration.ofSeconds(3))));
      thread.join();
      mute.close();
      assertThat(heard)
          .singleElement()
          .isInstanceOfSatisfying(
              Heard.Refused.class,
              no -> {
                assertThat(no.isUnheard()).isTrue();
                assertThat(no.alive()).isFalse();
              });
      List<Heard> afterwards =
          askAll(other, List.of(new Ask.Datagram(9_999, new byte[] {1}, Duration.ofMillis(200))));
      assertThat(afterwards).singleElement().isInstanceOf(Heard.Silence.class);
    }
  }

  /**
   * More than any receive buffer holds that {@link DatagramPort} asks for, when the question has
   * come to the one who does not answer it, and while the edge is held up.
   */
  private void flood(DatagramSocket from, SocketAddress to, DatagramSocket mute) {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch flooded = new CountDownLatch(1);
    try {
      mute.receive(new DatagramPacket(new byte[16], 16));
      edge.later(
          Duration.ZERO,
          () -> {
            held.countDown();
            await(flooded);
          });
      await(held);
      byte[] junk = new byte[1_200];
      for (int i = 0; i < 10_000; i++) {
        from.send(new DatagramPacket(junk, junk.length, to));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      flooded.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
