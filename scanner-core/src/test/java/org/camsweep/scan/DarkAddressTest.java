package org.camsweep.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.net.DarkNetwork;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.site.Address;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Pace;
import org.camsweep.site.Scope;
import org.junit.jupiter.api.Test;

/**
 * What an address costs where nobody is. Nearly all of a large scan is that, so it is counted, in
 * measures that are the same on a busy machine: questions, and bytes allocated by the two threads
 * that do the work.
 */
class DarkAddressTest {
  private static final int ADDRESSES = 2_048;

  /** Two connects, and the searches that every address is asked by datagram. */
  private static final int QUESTIONS = 11;

  /** Of a hurried scan: 64,516 of them through one router take 90 s at 5,000 flows a second. */
  private static final int HURRIED = 7;

  /** Half as much again as was measured; who needs more says here why. */
  private static final long MOST_BYTES = 120_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long[] workers = {};
  private long first = -1;
  private long last;
  private int silent;

  @Test
  void aDarkAddressCostsTheSameFewQuestionsAndBytes() throws Exception {
    scan(Set.of()); // the classes are loaded, and some of the code is compiled
    first = -1;
    silent = 0;
    Map<String, Long> sent = scan(Set.of());
    assertThat(silent).isEqualTo(ADDRESSES - 2);
    long late = sent.getOrDefault("retried.late", 0L);
    long questions = sent.get("sent.connects") - late + sent.get("sent.datagrams");
    assertThat(questions).isEqualTo((long) QUESTIONS * (ADDRESSES - 2));
    long each = (last - first) / (questions + late) * QUESTIONS;
    assertThat(each).as("bytes for each address").isPositive().isLessThan(MOST_BYTES);
  }

  @Test
  void aHurriedScanPutsFourSearchesToTheLivingOnly() throws Exception {
    Map<String, Long> sent = scan(ProbeCatalogue.spared(List.of()));
    long questions =
        sent.get("sent.connects")
            - sent.getOrDefault("retried.late", 0L)
            + sent.get("sent.datagrams");
    assertThat(questions).isEqualTo((long) HURRIED * (ADDRESSES - 2));
  }

  private Map<String, Long> scan(Set<String> onlyLiving) throws Exception {
    Network network = Networks.paced("dark", new Pace(20_000, 40, 2), "127.66.0.0/21");
    ScanPlan plan =
        new ScanPlan(
            Scope.demo(List.of(network)),
            ProbeCatalogue.byDefault(),
            20_000,
            5,
            Set.of(),
            false,
            "camsweep/test",
            onlyLiving,
            Optional.empty());
    return new Scan(
            plan,
            new Counting(),
            p -> measure(),
            HealthGuard.WAITS,
            strays -> DarkNetwork.open(20_000, strays))
        .run()
        .counters();
  }

  private void measure() {
    if (first < 0) { // once for each scan: looking for threads allocates too
      workers =
          Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
              .filter(t -> t != null && isWorker(t.getThreadName()))
              .mapToLong(ThreadInfo::getThreadId)
              .toArray();
    }
    last = Arrays.stream(threads.getThreadAllocatedBytes(workers)).sum();
    first = first < 0 ? last : first;
  }

  private static boolean isWorker(String name) {
    return name.startsWith("camsweep-edge") || name.equals(Thread.currentThread().getName());
  }

  private final class Counting implements ScanSink {
    @Override
    public void observed(Observation observation, byte[] raw) {}

    @Override
    public void done(Address address, String network, AddressOutcome outcome, Set<String> probes) {
      silent += outcome == AddressOutcome.SILENT ? 1 : 0;
    }
  }
}
