package org.camsweep.net;

import java.time.Clock;
import java.util.Optional;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.site.Address;

/**
 * One datagram to one host, by its probe's socket or one of its own.
 *
 * @param patient whether the host is known to live, so that its answer is waited for in full
 */
record DatagramJob(
    Pacer pacer,
    Sockets sockets,
    Address host,
    ProbeId probe,
    Ask.Datagram ask,
    boolean patient,
    Ear ear,
    Clock clock)
    implements Job {

  @Override
  public boolean connects() {
    return false;
  }

  @Override
  public void start(Line line) {
    Optional<DatagramPort> port = sockets.forHost(probe, host);
    if (port.isPresent() && ask.ownSocket()) {
      sockets.own().ask(port.get(), host, ask, ear, this::drop);
    } else if (port.isPresent()) {
      port.get().ask(host, ask, patient, ear);
    } else {
      drop("no socket for " + probe);
    }
    pacer.done(line, false);
  }

  @Override
  public void drop(String why) {
    String reason = "not-sent: " + why;
    ear.heard(new Heard.Refused(Optional.of(ask), host, clock.instant(), reason, false));
    ear.ended();
  }
}
