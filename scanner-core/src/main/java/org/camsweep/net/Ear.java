package org.camsweep.net;

import org.camsweep.probe.spi.Heard;

/** Who hears what came of one question. Called on the edge's own thread: must not block. */
public interface Ear {
  /**
   * Something came back, or nothing did. A stream gives exactly one; a datagram gives every reply
   * within its listening time, or one silence.
   */
  void heard(Heard heard);

  /** The question is done with; called once, after the last {@link #heard}. */
  void ended();
}
