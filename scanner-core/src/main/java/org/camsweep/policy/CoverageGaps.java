package org.camsweep.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.site.Network;

/**
 * Findings about what could not be judged on networks that are sensitive or core. "Nothing found"
 * without them would mislead.
 */
public final class CoverageGaps {
  static final String REGIME = "coverage";
  static final String NAME = "Coverage of the inspection";

  private CoverageGaps() {}

  /**
   * How the addresses of one network ended.
   *
   * @param present hosts that are there and said nothing that was understood
   * @param silent asked, and nothing came back
   * @param notAsked not asked, or not to the end
   * @param listenedOnly blocks that were heard but not asked address by address
   */
  public record Count(
      String network, long present, long silent, long notAsked, List<String> listenedOnly) {
    public Count {
      listenedOnly = List.copyOf(listenedOnly);
    }
  }

  /** Worst first; none for networks that are neither sensitive nor core. */
  public static List<Finding> findings(List<Count> counts, List<Network> networks) {
    Map<String, Network> byId = new HashMap<>();
    networks.forEach(n -> byId.put(n.id(), n));
    List<Finding> findings = new ArrayList<>();
    for (Count count : counts) {
      Network network = byId.get(count.network());
      if (network != null && (network.sensitive().isPresent() || network.coreNetwork())) {
        add(findings, count);
      }
    }
    findings.sort(Policy.WORST_FIRST);
    return List.copyOf(findings);
  }

  private static void add(List<Finding> findings, Count count) {
    if (count.notAsked() > 0) {
      findings.add(
          gap(
              count,
              "not-asked",
              Verdict.REVIEW,
              "not asked, or not to the end: " + addresses(count.notAsked()) + ".",
              "a scan of these addresses that comes to its end"));
    }
    if (count.present() > 0) {
      findings.add(
          gap(
              count,
              "not-understood",
              Verdict.REVIEW,
              "a host that said nothing that was understood: "
                  + addresses(count.present())
                  + ". It may be a camera.",
              "what these hosts are, from the asset register or at the place"));
    }
    if (!count.listenedOnly().isEmpty()) {
      findings.add(
          gap(
              count,
              "listened-only",
              Verdict.REVIEW,
              "the blocks "
                  + String.join(", ", count.listenedOnly())
                  + " are too large to ask address by address; only what announced itself is known.",
              "the addresses in use, from the router or the asset register"));
    }
    if (count.silent() > 0) {
      findings.add(
          gap(
              count,
              "silent",
              Verdict.NOT_ASSESSED,
              "no answer: "
                  + addresses(count.silent())
                  + ". Silence does not prove that nothing is there: a device may be"
                  + " switched off or filtered.",
              "the neighbour table of the router, or a look at the place"));
    }
  }

  private static String addresses(long n) {
    return n + (n == 1 ? " address" : " addresses");
  }

  private static Finding gap(
      Count count, String limb, Verdict verdict, String because, String settle) {
    return FindingMaker.own(
        REGIME,
        NAME,
        limb,
        count.network(),
        Optional.empty(),
        verdict,
        "Network " + count.network() + ": " + because,
        settle);
  }
}
