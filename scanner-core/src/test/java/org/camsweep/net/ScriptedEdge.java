package org.camsweep.net;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Target;

/**
 * An edge without a network behind it, also for scopes that no test can ask in earnest: who lives,
 * at which port and from when on is a test's to say. The pace, the lanes and the lines are the real
 * ones and run a thousand times faster; what is sent ends at once.
 */
public final class ScriptedEdge {
  private static final int HASTE = 1_000;

  private ScriptedEdge() {}

  /** What becomes of a question: told off by somebody who lives, or silence. */
  public interface World {
    boolean refuses(Target target, Ask ask);
  }

  public static Edge open(int rate, Stray strays, World world) {
    return new Edge(
        new Edge.Settings(rate, 4_096, "camsweep/test"),
        List.of(),
        strays,
        Transport.nio(),
        HASTE,
        Optional.of(
            (pacer, target, probe, ask, patient, ear) ->
                new Scripted(pacer, target, ask, world, ear)));
  }

  /** As many connections of a network as tell that it loses packets. */
  public static void losesPackets(Edge edge, String network) {
    for (int i = 0; i < 100; i++) {
      edge.loss().connected(network, i % 2 == 0);
    }
  }

  private record Scripted(Pacer pacer, Target target, Ask ask, World world, Ear ear)
      implements Job {
    @Override
    public boolean connects() {
      return ask.endpoint().transport().equals("tcp");
    }

    @Override
    public void start(Line line) {
      Optional<Ask> asked = Optional.of(ask);
      ear.heard(
          world.refuses(target, ask)
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
