package org.camsweep.report;

import java.math.BigInteger;
import java.util.List;

/**
 * What was looked at and what was not. It adds up, or it cannot be made.
 *
 * @param complete whether the scan came to its end
 * @param notExamined plain sentences: what a reader must not believe was examined
 */
public record Coverage(List<PerNetwork> networks, boolean complete, List<String> notExamined) {
  public Coverage {
    networks = List.copyOf(networks);
    notExamined = List.copyOf(notExamined);
  }

  /**
   * One network. All numbers are addresses, except {@code devices}.
   *
   * @param inScope all addresses of the swept blocks
   * @param listenedOnly blocks too large to sweep, heard but not asked address by address
   */
  public record PerNetwork(
      String network,
      BigInteger inScope,
      long excluded,
      long answered,
      long present,
      long silent,
      long notAsked,
      List<String> listenedOnly) {
    public PerNetwork {
      listenedOnly = List.copyOf(listenedOnly);
      BigInteger sum = BigInteger.valueOf(excluded + answered + present + silent + notAsked);
      if (!sum.equals(inScope)) {
        throw new IllegalArgumentException(
            network + ": " + sum + " outcomes for " + inScope + " addresses");
      }
    }
  }
}
