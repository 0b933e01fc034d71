package org.camsweep.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Target;

/** What a host's scan needs of the whole. */
interface Whole {
  List<Probe.Unicast> probes();

  boolean thorough();

  void send(Probe.Unicast probe, Ask ask, HostScan host, int depth);

  /** Records what came of a question and gives the probe's reading of it. */
  Hearing understand(Probe probe, Heard heard);

  /** What a probe asks at the host's stage; empty if the probe failed to say. */
  Optional<List<Ask>> questions(Probe.Unicast probe, HostScan host, List<Observation> known);

  void record(Observation observation, byte[] raw);

  /** A follow-up that points at another host. */
  void elsewhere(Probe.Unicast probe, Step.FollowUp next, int depth, HostScan asker);

  /** It is known from now on that somebody is there. */
  void lives(HostScan host);

  void finished(HostScan host);

  /** An answer that came after its host was left. */
  void late(HostScan host, Probe.Unicast probe, Heard heard, int depth);

  /** A limit was met: by its counter, and as the device's remark names it. */
  void limited(HostScan host, String counter);

  /** Does something on the scan's own thread after a while. */
  void later(Duration wait, Runnable what);

  /** An answer may have been lost in this machine, and the question is not put again. */
  void unheard();

  /** Calls {@link HostScan#timeIsUp} on the scan's own thread when a host has had its time. */
  void limitTime(HostScan host);

  /** What waits to be sent to the host is not sent. */
  void drop(Target target, String why);

  /** Whether silence must be asked again before it is believed, for packets get lost there. */
  boolean losesPackets(Target target);

  /** Finds out gently whether a device still answers, and says so on the scan's own thread. */
  void check(HostScan host, Pulse pulse, Consumer<Boolean> verdict);
}
