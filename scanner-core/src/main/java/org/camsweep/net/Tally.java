package org.camsweep.net;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camsweep.observe.Asked;
import org.camsweep.observe.ProbeId;
import org.camsweep.site.Address;

/**
 * What each host was sent, until somebody takes the count: it grows with the hosts that are being
 * asked, not with the addresses swept. Written on the edge's event loop; any thread may take.
 */
final class Tally {
  /** So many probes ask an address where nobody is; a sweep makes millions of these. */
  private static final int FEW = 12;

  private static final class Count {
    private ProbeId[] probes = new ProbeId[FEW];
    private int[] questions = new int[FEW];
    private int used;
    private long packets;

    synchronized void question(ProbeId probe) {
      int at = 0;
      while (at < used && !probes[at].equals(probe)) {
        at++;
      }
      if (at == probes.length) {
        probes = Arrays.copyOf(probes, 2 * at);
        questions = Arrays.copyOf(questions, 2 * at);
      }
      probes[at] = probe;
      questions[at]++;
      used = Math.max(used, at + 1);
    }

    synchronized void packets(int more) {
      packets += more;
    }

    synchronized Asked asked() {
      Map<String, Long> all = new TreeMap<>();
      for (int i = 0; i < used; i++) {
        all.put(probes[i].name(), (long) questions[i]);
      }
      return new Asked(all, packets);
    }
  }

  /** A question that is counted when it is put, and not when it waits or is dropped. */
  private record Counted(Job job, Count count, ProbeId probe) implements Job {
    @Override
    public boolean connects() {
      return job.connects();
    }

    @Override
    public void start(Line line) {
      count.question(probe);
      job.start(line);
    }

    @Override
    public void drop(String why) {
      job.drop(why);
    }
  }

  private final Map<Address, Count> counts = new ConcurrentHashMap<>();

  Job counted(Job job, Address host, ProbeId probe) {
    return new Counted(job, of(host), probe);
  }

  void packets(Address host, int packets) {
    of(host).packets(packets);
  }

  private Count of(Address host) {
    return counts.computeIfAbsent(host, h -> new Count());
  }

  /** What the host was sent since this was last asked. */
  Asked take(Address host) {
    Count count = counts.remove(host);
    return count == null ? Asked.NOTHING : count.asked();
  }

  /** How many hosts have a count. */
  int size() {
    return counts.size();
  }
}
