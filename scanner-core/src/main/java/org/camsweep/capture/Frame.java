package org.camsweep.capture;

import java.time.Instant;

/**
 * One frame as it was captured.
 *
 * @param linkType what it begins with: a number of the LINKTYPE registry
 * @param bytes as many as were stored, at most {@value #MAX_BYTES}
 * @param cut whether the frame was longer than what was stored of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(int linkType, Instant at, byte[] bytes, boolean cut) {
  /** The largest snapshot length that any tool writes; more than this is a lying length. */
  static final int MAX_BYTES = 262_144;
}
