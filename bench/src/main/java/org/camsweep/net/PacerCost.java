package org.camsweep.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Pace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the pacer costs for each packet: queueing, three buckets, the host's spacing, starting. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PacerCost {
  private static final Pace PACE = new Pace(100_000, 40, 2);
  private static final int HOSTS = 65_536;
  private static final long GAP = TimeUnit.SECONDS.toNanos(1) / 50_000;

  private final Address[] hosts = new Address[HOSTS];
  private Pacer pacer;
  private Lane lane;
  private Job job;
  private long now;
  private int next;
  private long started;

  /** A /16 of hosts and a clock that this holds; not measured. */
  @Setup
  public void open() {
    Cidr block = Cidr.parse("10.0.0.0/16");
    for (int i = 0; i < HOSTS; i++) {
      hosts[i] = block.at(BigInteger.valueOf(i));
    }
    pacer = new Pacer((nanos, what) -> {}, () -> now, 100_000, new Window(1_000));
    lane = new Lane(new TokenBucket(100_000, 0), Optional.of(new TokenBucket(100_000, 0)));
    job =
        new Job() {
          @Override
          public boolean connects() {
            return false;
          }

          @Override
          public void start(Line line) {
            started++;
            pacer.done(line, false);
          }

          @Override
          public void drop(String why) {}
        };
  }

  /** One packet to one host, at half of the allowed rate. */
  @Benchmark
  public long packet() {
    now += GAP;
    next = (next + 1) % HOSTS;
    pacer.submit(hosts[next], PACE, lane, false, job);
    return started;
  }
}
