package org.camsweep.scan;

import java.util.List;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.report.CoverageCount;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;

/**
 * A program of its own, to be run with little memory: what a report and a resumed scan must know of
 * the addresses of a large block, in the order of a sweep with some of them late. Its one word is
 * the block, such as {@code 10.0.0.0/8}.
 */
final class WholeEight {
  private static final long SEED = 11;

  private WholeEight() {}

  public static void main(String[] words) throws Exception {
    Network network = Networks.paced("large", Pace.STANDARD, words[0]);
    Scope scope = Scope.of(List.of(network), List.of());
    CoverageCount count = new CoverageCount(List.of(network), SEED);
    Earlier earlier = new Earlier(scope, SEED);
    Candidates all = scope.candidates(network, SEED);
    Address late = all.next();
    for (long n = 1; all.hasNext(); n++) {
      Address address = all.next();
      AddressOutcome outcome = n % 4_099 == 0 ? AddressOutcome.PRESENT : AddressOutcome.SILENT;
      count.add(address, "large", outcome);
      earlier.done(address, outcome);
      if (n % 5_000 == 0) {
        count.add(late, "large", AddressOutcome.SILENT);
        earlier.done(late, AddressOutcome.SILENT);
        late = address;
      }
    }
    System.out.println(count.sums().get(0));
  }
}
