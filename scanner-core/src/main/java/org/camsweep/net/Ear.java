package org.camsweep.net;

import org.camsweep.probe.spi.Heard;

/** Who hears what came of one question. Called on the edge's own thread: must not block. */
public interface Ear {
  /**
   * Something came back, or nothing did. A stream gives exactly one; a datagram gives every reply
   * within its listening time, or one silence. To a host of whom nothing is known, the silence
   * comes early; a reply in the rest of the listening time is then heard after {@link #ended}.
   */
  void heard(Heard heard);

  /** The question is done with; called once. Only late replies are heard after it. */
  void ended();

  /** Whether the host turned out to live meanwhile, so that its answer is waited for in full. */
  default boolean isPatient() {
    return false;
  }
}
