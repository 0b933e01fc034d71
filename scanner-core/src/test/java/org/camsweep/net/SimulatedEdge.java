package org.camsweep.net;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;
import org.camsweep.site.Target;

/**
 * An edge without a network behind it, for scopes that no test can ask in earnest: the pace, the
 * lanes and the lines are the real ones and run a thousand times faster; what is sent ends at once,
 * in silence or, where a host is said to live, in a refusal.
 */
public final class SimulatedEdge {
  private static final int HASTE = 1_000;

  private SimulatedEdge() {}

  public static Edge open(int rate, Stray strays, Predicate<Address> lives) {
    return new Edge(
        new Edge.Settings(rate, 4_096, "camsweep/test"),
        List.of(),
        strays,
        Transport.nio(),
        HASTE,
        Optional.of(
            (pacer, target, probe, ask, patient, ear) ->
                new AtOnce(pacer, target, ask, lives.test(target.address()), ear)));
  }

  private record AtOnce(Pacer pacer, Target target, Ask ask, boolean lives, Ear ear)
      implements Job {
    @Override
    public boolean connects() {
      return ask.endpoint().transport().equals("tcp");
    }

    @Override
    public void start(Line line) {
      Optional<Ask> asked = Optional.of(ask);
      boolean refuses = lives && connects();
      ear.heard(
          refuses
              ? new Heard.Refused(asked, target.address(), Instant.EPOCH, "refused", true)
              : new Heard.Silence(asked, target.address(), Instant.EPOCH));
      ear.ended();
      pacer.done(line, connects());
    }

    @Override
    public void drop(String why) {
      ear.heard(
          new Heard.Refused(
              Optional.of(ask), target.address(), Instant.EPOCH, "not-sent: " + why, false));
      ear.ended();
    }
  }
}
