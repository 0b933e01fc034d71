package org.camsweep.report;

import java.util.ArrayList;
import java.util.List;

/** The sentences that keep a reader from believing that more was examined than was. */
final class NotExamined {
  private final CoverageCount count;
  private final boolean complete;
  private final boolean listened;

  /**
   * @param listened whether nothing was asked
   */
  NotExamined(CoverageCount count, boolean complete, boolean listened) {
    this.count = count;
    this.complete = complete;
    this.listened = listened;
  }

  /**
   * @param notTried protocols that were not asked, by their titles
   * @param inside how many devices of the scope are reported
   * @param outside how many devices announced themselves from outside the scope
   * @param unreadable lines of the stored result that could not be read
   */
  List<String> sentences(List<String> notTried, long inside, long outside, long unreadable) {
    List<String> said = new ArrayList<>();
    if (listened) {
      said.add(
          "Listened only: nothing was asked, so silence means nothing. "
              + (inside == 1 ? "1 device of the scope was" : inside + " devices of the scope were")
              + " overheard; every other address may hold one that said nothing meanwhile.");
    } else if (!complete) {
      said.add("The scan did not come to its end.");
    }
    for (Coverage.PerNetwork network : count.sums()) {
      ofNetwork(said, network, count.announced(network.network()));
    }
    if (unreadable > 0) {
      said.add(
          lines(unreadable) + " of the stored result could not be read; what stood there is lost.");
    }
    if (outside > 0) {
      said.add(
          outside == 1
              ? "1 device was heard from outside the scope: nothing was asked of it, and no rule"
                  + " was applied to it."
              : outside
                  + " devices were heard from outside the scope: nothing was asked of them, and no"
                  + " rule was applied to them.");
    }
    if (!notTried.isEmpty()) {
      said.add("Protocols not tried: " + String.join(", ", notTried) + ".");
    }
    said.add(
        "Analogue cameras, and cameras behind a recorder, a gateway or a filter, do not answer on"
            + " the network and are not listed as devices, even where their recorder is.");
    said.add("Devices that were switched off or unplugged at the time are not listed.");
    return List.copyOf(said);
  }

  private static void ofNetwork(List<String> said, Coverage.PerNetwork network, long announced) {
    String where = "Network " + network.network() + ": ";
    if (network.notAsked() > 0) {
      said.add(
          where
              + addresses(network.notAsked())
              + " not asked, or not to the end; nothing is known.");
    }
    if (network.excluded() > 0) {
      said.add(
          where
              + addresses(network.excluded())
              + " not asked: excluded by the owner, or no host's address.");
    }
    for (String block : network.listenedOnly()) {
      said.add(
          where
              + block
              + " is too large to ask address by address; only what announced itself, answered a call"
              + " to its link, or is this machine's neighbour was seen ("
              + addresses(announced)
              + " in such blocks).");
    }
    if (network.silent() > 0) {
      said.add(
          where
              + addresses(network.silent())
              + " silent, which does not mean empty: a device may filter what it is asked.");
    }
    if (network.present() > 0) {
      said.add(
          where
              + addresses(network.present())
              + " with a host that said nothing which was understood.");
    }
  }

  private static String addresses(long n) {
    return n == 1 ? "1 address" : n + " addresses";
  }

  private static String lines(long n) {
    return n == 1 ? "1 line" : n + " lines";
  }
}
