package org.camsweep.net;

import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.Heard;

/**
 * Who hears what nobody was waiting for: answers to a multicast question, announcements, late
 * replies. Called on the edge's own thread.
 */
@FunctionalInterface
public interface Stray {
  void heard(ProbeId probe, Heard.Reply reply);
}
