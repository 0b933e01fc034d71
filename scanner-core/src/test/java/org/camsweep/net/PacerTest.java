package org.camsweep.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Pace;
import org.junit.jupiter.api.Test;

/** The pacer under a clock that the test holds. */
class PacerTest {
  private static final Pace PACE = new Pace(1_000, 40, 2);

  private final Lane attached = lane(100_000, 100_000);

  private static Lane lane(int rate, int flows) {
    return new Lane(new TokenBucket(rate, 0), Optional.of(new TokenBucket(flows, 0)));
  }

  private final AtomicLong nanos = new AtomicLong();
  private final List<Long> sentAt = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();

  private Pacer pacer(int rate) {
    return new Pacer((wait, what) -> {}, nanos::get, rate, new Window(1_000));
  }

  /** A job whose end by {@code drop} is remembered. */
  private abstract class Waiting implements Job {
    @Override
    public void drop(String why) {
      dropped.add(why);
    }
  }

  private abstract class Connecting extends Waiting {
    @Override
    public boolean connects() {
      return true;
    }
  }

  /** A datagram: sent and done. */
  private Job datagram(Pacer pacer) {
    return new Waiting() {
      @Override
      public boolean connects() {
        return false;
      }

      @Override
      public void start(Line line) {
        sentAt.add(nanos.get());
        pacer.done(line, false);
      }
    };
  }

  private static Address host(int n) {
    return Cidr.parse("10.0.0.0/8").at(java.math.BigInteger.valueOf(n + 1L));
  }

  /** Lets simulated time pass in steps of a tenth of a millisecond. */
  private void pass(Pacer pacer, long millis) {
    for (long end = nanos.get() + millis * 1_000_000; nanos.get() < end; ) {
      nanos.addAndGet(100_000);
      pacer.turn();
    }
  }

  @Test
  void keepsTheTotalRateInBurstsOfAHundredthOfASecond() {
    Pacer pacer = pacer(1_000);
    for (int i = 0; i < 2_000; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    assertThat(sentAt).as("the first burst").hasSize(10);
    pass(pacer, 1_000);
    assertThat(sentAt.size()).isBetween(1_000, 1_011);
  }

  @Test
  void whatAShortStallHeldBackIsMadeUpForAndALongOnesIsNot() {
    Pacer pacer = pacer(1_000);
    for (int i = 0; i < 9_000; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    for (int i = 0; i < 10; i++) {
      nanos.addAndGet(50_000_000); // the thread was busy with something else
      int before = sentAt.size();
      pass(pacer, 50);
      assertThat(sentAt.stream().skip(before).filter(at -> at.equals(nanos.get())).count())
          .as("at one moment")
          .isLessThanOrEqualTo(10);
    }
    assertThat(sentAt.size()).as("in a second").isBetween(950, 1_010);
    pass(pacer, 200);
    nanos.addAndGet(60_000_000_000L);
    int before = sentAt.size();
    pass(pacer, 1_000);
    assertThat(sentAt.size() - before).as("in the second after a minute").isBetween(1_000, 1_110);
  }

  @Test
  void spacesThePacketsToOneHost() {
    Pacer pacer = pacer(100_000);
    for (int i = 0; i < 20; i++) {
      pacer.submit(host(1), PACE, attached, false, datagram(pacer));
    }
    pass(pacer, 1_000);
    assertThat(sentAt).hasSize(20);
    for (int i = 1; i < sentAt.size(); i++) {
      assertThat(sentAt.get(i) - sentAt.get(i - 1)).isGreaterThanOrEqualTo(25_000_000L);
    }
  }

  @Test
  void whatAConversationSendsIsChargedToTheHost() {
    Pacer pacer = pacer(100_000);
    Job talkative =
        new Connecting() {
          @Override
          public void start(Line line) {
            sentAt.add(nanos.get());
            pacer.charge(line, 7);
            pacer.done(line, true);
          }
        };
    pacer.submit(host(1), PACE, attached, false, talkative);
    pacer.submit(host(1), PACE, attached, false, talkative);
    pass(pacer, 150);
    assertThat(sentAt).as("8 packets take 200 ms at 40 a second").hasSize(1);
    pass(pacer, 100);
    assertThat(sentAt).hasSize(2);
  }

  @Test
  void aHostsThirdConnectionWaitsForTheFirstToClose() {
    Pacer pacer = pacer(100_000);
    List<Line> open = new ArrayList<>();
    Job connect =
        new Connecting() {
          @Override
          public void start(Line line) {
            open.add(line);
          }
        };
    for (int i = 0; i < 3; i++) {
      pacer.submit(host(1), PACE, attached, false, connect);
    }
    pass(pacer, 1_000);
    assertThat(open).hasSize(2);
    assertThat(pacer.window().open()).isEqualTo(2);
    pacer.done(open.get(0), true);
    pass(pacer, 100);
    assertThat(open).hasSize(3);
  }

  @Test
  void aHostThatIsDoneWithIsForgotten() {
    Pacer pacer = pacer(100_000);
    for (int i = 0; i < 500; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    pass(pacer, 100);
    assertThat(sentAt).hasSize(500);
    assertThat(pacer.remembered()).isZero();
  }

  @Test
  void aNewHostDoesNotWaitForAnothersSpacing() {
    Pacer pacer = pacer(1_000);
    pacer.submit(host(1), PACE, attached, false, datagram(pacer));
    pacer.submit(host(1), PACE, attached, false, datagram(pacer));
    pacer.submit(host(2), PACE, attached, false, datagram(pacer));
    assertThat(sentAt).as("without any wake-up").hasSize(2);
  }

  /** What is under way at any moment is done again after an interruption. */
  @Test
  void whatWasBegunIsFinishedBeforeMoreIsBegun() {
    Pacer pacer = pacer(1_000);
    int[] sent = new int[300];
    for (int i = 0; i < sent.length; i++) {
      int mine = i;
      for (int n = 0; n < 10; n++) {
        pacer.submit(host(i), PACE, attached, false, counting(pacer, () -> sent[mine]++));
      }
    }
    pass(pacer, 1_000);
    assertThat(Arrays.stream(sent).filter(n -> n > 0 && n < 10).count()).isBetween(1L, 40L);
    assertThat(Arrays.stream(sent).sum()).isBetween(1_000, 1_011);
  }

  @Test
  void whoIsKnownToLiveGoesFirst() {
    Pacer pacer = pacer(1_000);
    List<Long> living = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    pacer.submit(host(600), PACE, attached, true, noting(pacer, living));
    pass(pacer, 10);
    assertThat(living).hasSize(1);
  }

  /** A connection waits longest where nobody is, so it is not the last to be tried. */
  @Test
  void aHostsConnectionsAreTriedBeforeItsDatagrams() {
    Pacer pacer = pacer(1_000);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      pacer.submit(host(1), PACE, attached, false, counting(pacer, () -> order.add("datagram")));
    }
    Job connect =
        new Connecting() {
          @Override
          public void start(Line line) {
            order.add("connection"); // and stays open
          }
        };
    pacer.submit(host(1), PACE, attached, false, connect);
    pass(pacer, 200);
    assertThat(order).containsExactly("datagram", "connection", "datagram");
  }

  private Job counting(Pacer pacer, Runnable what) {
    return new Waiting() {
      @Override
      public boolean connects() {
        return false;
      }

      @Override
      public void start(Line line) {
        what.run();
        pacer.done(line, false);
      }
    };
  }

  @Test
  void nothingStartsAfterStop() {
    Pacer pacer = pacer(10);
    for (int i = 0; i < 100; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    pacer.stop();
    int before = sentAt.size();
    pass(pacer, 1_000);
    assertThat(sentAt).hasSize(before);
  }

  @Test
  void eachNetworkKeepsToItsOwnRateAndHoldsNoOtherBack() {
    Pacer pacer = pacer(1_000);
    Lane slow = lane(50, 100_000);
    Lane quick = lane(1_000, 100_000);
    List<Long> slowly = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      pacer.submit(host(i), PACE, slow, false, noting(pacer, slowly));
    }
    for (int i = 500; i < 2_500; i++) {
      pacer.submit(host(i), PACE, quick, false, datagram(pacer));
    }
    pass(pacer, 1_000);
    assertThat(slowly.size()).isBetween(49, 51);
    assertThat(slowly.size() + sentAt.size()).isBetween(1_000, 1_011);
  }

  @Test
  void aGatewayGetsNewFlowsAtItsOwnRate() {
    Pacer pacer = pacer(1_000);
    Lane routed = lane(1_000, 100);
    for (int i = 0; i < 500; i++) {
      pacer.submit(host(i), PACE, routed, false, datagram(pacer));
    }
    pass(pacer, 1_000);
    assertThat(sentAt.size()).isBetween(100, 102);
  }

  @Test
  void aPausedHostGetsNothingUntilItGoesOn() {
    Pacer pacer = pacer(1_000);
    pacer.pause(host(1), PACE, attached);
    pacer.submit(host(1), PACE, attached, false, datagram(pacer));
    pass(pacer, 2_000);
    assertThat(sentAt).isEmpty();
    pacer.past(host(1), datagram(pacer));
    assertThat(sentAt).as("what goes past the others").hasSize(1);
    pacer.go(host(1));
    pass(pacer, 100);
    assertThat(sentAt).hasSize(2);
  }

  @Test
  void whatIsDroppedIsNotSent() {
    Pacer pacer = pacer(1_000);
    pacer.pause(host(1), PACE, attached);
    pacer.submit(host(1), PACE, attached, false, datagram(pacer));
    pacer.drop(host(1)).forEach(job -> job.drop("gone"));
    pacer.go(host(1));
    pass(pacer, 100);
    assertThat(sentAt).isEmpty();
    assertThat(dropped).containsExactly("gone");
    assertThat(pacer.remembered()).isZero();
  }

  @Test
  void aJobThatFailsIsDroppedAndTheOthersGo() {
    Pacer pacer = pacer(1_000);
    Job faulty =
        new Connecting() {
          @Override
          public void start(Line line) {
            throw new IllegalStateException("our bug");
          }
        };
    pacer.submit(host(1), PACE, attached, false, faulty);
    pacer.submit(host(2), PACE, attached, false, datagram(pacer));
    assertThat(dropped).containsExactly("fault: java.lang.IllegalStateException: our bug");
    assertThat(sentAt).hasSize(1);
    assertThat(pacer.window().open()).isZero();
  }

  @Test
  void slowedByFourIsAQuarterOfTheRate() {
    Pacer pacer = pacer(1_000);
    pacer.slow(4);
    for (int i = 0; i < 2_000; i++) {
      pacer.submit(host(i), PACE, attached, false, datagram(pacer));
    }
    pass(pacer, 2_000);
    assertThat(sentAt.size()).isBetween(490, 520);
  }

  @Test
  void aConnectionThatStartsAnewWaitsItsTime() {
    Pacer pacer = pacer(1_000);
    List<Long> starts = new ArrayList<>();
    Job twice =
        new Connecting() {
          @Override
          public void start(Line line) {
            starts.add(nanos.get());
            if (starts.size() < 2) {
              pacer.again(line, this, 1_000_000_000L);
            } else {
              pacer.done(line, true);
            }
          }
        };
    pacer.submit(host(1), PACE, attached, false, twice);
    pass(pacer, 2_000);
    assertThat(starts).hasSize(2);
    assertThat(starts.get(1) - starts.get(0)).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(pacer.window().open()).isZero();
  }

  private Job noting(Pacer pacer, List<Long> into) {
    return new Waiting() {
      @Override
      public boolean connects() {
        return false;
      }

      @Override
      public void start(Line line) {
        into.add(nanos.get());
        pacer.done(line, false);
      }
    };
  }
}
