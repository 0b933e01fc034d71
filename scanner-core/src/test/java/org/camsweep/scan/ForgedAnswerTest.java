package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.NamedProbe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host that was asked itself learns a port, and answers to it in a camera's name. */
class ForgedAnswerTest {
  private static final Address LIAR = Cidr.address("127.72.0.1");
  private static final Address CAMERA = Cidr.address("127.72.0.2");
  private static final Field WORDS = Field.of("caller.words");

  private final List<DatagramSocket> open = new ArrayList<>();
  private final KeptSink kept = new KeptSink();

  @AfterEach
  void close() {
    open.forEach(DatagramSocket::close);
  }

  private interface Answering {
    void to(DatagramPacket question, DatagramSocket own) throws IOException;
  }

  private DatagramSocket socket(Address at, int port) throws IOException {
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(at.inet(), port));
    open.add(socket);
    return socket;
  }

  private int serve(Address at, int port, Answering answering) throws IOException {
    DatagramSocket socket = socket(at, port);
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  DatagramPacket question = new DatagramPacket(new byte[64], 64);
                  socket.receive(question);
                  answering.to(question, socket);
                }
              } catch (IOException e) {
                // closed: the test is over
              }
            });
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  private static DatagramPacket words(String words, DatagramPacket to) {
    byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
    return new DatagramPacket(bytes, bytes.length, to.getSocketAddress());
  }

  /** Asks everybody at one port; an answer is its words. */
  private static NamedProbe caller(int port) {
    return new NamedProbe("caller") {
      @Override
      public Set<Field> fields() {
        return Set.of(WORDS);
      }

      @Override
      public List<Ask> open(Stage stage, Target target, List<Observation> known, UUID messageId) {
        return stage == Stage.KNOCK
            ? List.of(new Ask.Datagram(port, new byte[] {1}, Duration.ofMillis(1_500)))
            : List.of();
      }

      @Override
      public Step hear(Heard heard) {
        return heard.fold(
            reply ->
                Step.learned(
                    List.of(Fact.of(WORDS, new String(reply.bytes(), StandardCharsets.US_ASCII)))),
            Step::without,
            Step::without);
      }
    };
  }

  private ScanEnding scan(int port) throws Exception {
    Scope scope = Scope.demo(List.of(Networks.of("127.72.0.0/30")));
    return new Scan(Plans.of(scope, 1_000, List.of(caller(port))), kept, p -> {}).run();
  }

  private List<String> words(boolean unasked) {
    return kept.observations.stream()
        .filter(o -> o.address().equals(CAMERA) && o.isUnasked() == unasked)
        .flatMap(o -> o.facts().stream())
        .filter(f -> f.field().equals(WORDS))
        .map(Fact::value)
        .distinct()
        .toList();
  }

  @Test
  void whatTheLiarSaysIsOnRecordAndIsNotTheCamerasAnswer() throws Exception {
    int port = serve(CAMERA, 0, (question, own) -> own.send(words("camera", question)));
    DatagramSocket inItsName = socket(CAMERA, 0);
    serve(
        LIAR,
        port,
        (question, own) -> {
          for (int i = 0; i < 20; i++) { // before, while and after the camera answers
            inItsName.send(words("liar", question));
            pause();
          }
        });
    ScanEnding ending = scan(port);
    assertThat(ending.complete()).isTrue();
    assertThat(words(false)).containsExactly("camera");
    assertThat(words(true)).contains("liar");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
