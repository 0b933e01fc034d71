package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Asked;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Address HOST = Cidr.address("10.0.0.1");
  private static final Address OTHER = Cidr.address("10.0.0.2");

  private final Tally tally = new Tally();
  private final Pacer pacer = new Pacer((wait, what) -> {}, () -> 0L, 1_000, new Window(10), tally);
  private final Lane lane = new Lane(new TokenBucket(1_000, 0), Optional.empty());

  private final class Question implements Job {
    private final int further;

    Question(int further) {
      this.further = further;
    }

    @Override
    public boolean connects() {
      return false;
    }

    @Override
    public void start(Line line) {
      if (further > 0) {
        pacer.charge(line, further);
      }
      pacer.done(line, false);
    }

    @Override
    public void drop(String why) {}
  }

  private void ask(Address host, String probe, int further) {
    Job job = tally.counted(new Question(further), host, ProbeId.of(probe));
    pacer.submit(host, new Pace(1_000, 1_000, 2), lane, false, job);
  }

  @Test
  void countsQuestionsByProbeAndEveryPacketThatIsCharged() {
    ask(HOST, "http", 4);
    pacer.turn();
    assertThat(tally.take(HOST)).isEqualTo(new Asked(Map.of("http", 1L), 5));
    assertThat(tally.take(HOST)).isEqualTo(Asked.NOTHING);
  }

  @Test
  void whatWaitsOrIsDroppedIsNotCounted() {
    ask(HOST, "wsd", 0);
    ask(HOST, "wsd", 0); // its host's spacing holds it back
    ask(OTHER, "wsd", 0);
    assertThat(pacer.drop(HOST)).hasSize(1);
    assertThat(tally.take(HOST)).isEqualTo(new Asked(Map.of("wsd", 1L), 1));
    assertThat(tally.take(OTHER)).isEqualTo(new Asked(Map.of("wsd", 1L), 1));
    assertThat(tally.size()).isZero();
  }

  @Test
  void anyNumberOfProbesFits() {
    for (int i = 0; i < 40; i++) {
      Job job = tally.counted(new Question(0), HOST, ProbeId.of("p" + i % 30));
      job.start(new Line(HOST, Pace.STANDARD, lane, 0, 0));
    }
    Asked asked = tally.take(HOST);
    assertThat(asked.questions()).hasSize(30).containsEntry("p9", 2L).containsEntry("p29", 1L);
    assertThat(asked.count()).isEqualTo(40);
  }
}
