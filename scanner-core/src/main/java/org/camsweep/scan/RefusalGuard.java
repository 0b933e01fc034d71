package org.camsweep.scan;

import java.util.HashMap;
import java.util.Map;
import org.camsweep.interview.Interviewer;

/**
 * Keeps a wrong log-in, or key, from being tried at every device of a network: once {@value #MOST}
 * devices have refused it and none has taken it, nobody else is asked. Until one has taken it, no
 * more than that are asked at the same time.
 */
final class RefusalGuard {
  static final int MOST = 3;

  private final Map<String, Tally> tallies = new HashMap<>();

  private static final class Tally {
    private int in;
    private int refused;
    private int asking;
  }

  private Tally of(String network) {
    return tallies.computeIfAbsent(network, n -> new Tally());
  }

  /** Whether the network's log-in is believed to be wrong. */
  boolean isSpent(String network) {
    return of(network).in == 0 && of(network).refused >= MOST;
  }

  /** Whether another device of the network may be asked now. */
  boolean mayAsk(String network) {
    Tally tally = of(network);
    return tally.in > 0 || tally.refused + tally.asking < MOST;
  }

  /** Whether somebody refused and nobody has taken it yet. */
  boolean isDoubted(String network) {
    return of(network).in == 0 && of(network).refused > 0;
  }

  void asking(String network) {
    of(network).asking++;
  }

  void answered(String network, Interviewer.Ending ending) {
    boolean no = ending == Interviewer.Ending.REFUSED || ending == Interviewer.Ending.LOCKED_OUT;
    answered(network, ending == Interviewer.Ending.IN, no);
  }

  void answered(String network, boolean in, boolean refused) {
    Tally tally = of(network);
    tally.asking--;
    tally.in += in ? 1 : 0;
    tally.refused += refused ? 1 : 0;
  }
}
