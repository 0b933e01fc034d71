package org.camsweep.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An edge, and a host on loopback that it may ask. */
abstract class LoopbackEdge {
  static final ProbeId PROBE = ProbeId.of("test");
  static final String HOST = "127.66.0.1";

  LoopbackSite site;
  Edge edge;
  Target target;
  final List<Heard.Reply> strays = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    site = new LoopbackSite();
    edge =
        Edge.open(
            Edge.Settings.at(1_000, "camsweep/test"),
            scope(Pace.STANDARD),
            Set.of(),
            (probe, reply) -> {
              synchronized (strays) {
                strays.add(reply);
              }
            });
    target = scope(Pace.STANDARD).admit(Cidr.address(HOST)).orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    edge.close();
    site.close();
  }

  static Scope scope(Pace pace) throws Exception {
    Network network = Networks.paced("n", pace, "127.66.0.0/24");
    return Scope.demo(List.of(network));
  }

  List<Heard> ask(Ask ask) throws InterruptedException {
    return askAll(target, List.of(ask));
  }

  List<Heard> askAll(Target whom, List<Ask> asks) throws InterruptedException {
    List<Heard> all = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(asks.size());
    for (Ask ask : asks) {
      edge.ask(
          whom,
          PROBE,
          ask,
          true,
          new Ear() {
            @Override
            public void heard(Heard heard) {
              synchronized (all) {
                all.add(heard);
              }
            }

            @Override
            public void ended() {
              ended.countDown();
            }
          });
    }
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("every question ends").isTrue();
    return all;
  }

  static Heard.Reply reply(List<Heard> heard) {
    assertThat(heard).hasSize(1);
    return (Heard.Reply) heard.get(0);
  }

  static LoopbackSite.Serve says(String text) {
    return (socket, request) -> {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      out.flush();
    };
  }
}
