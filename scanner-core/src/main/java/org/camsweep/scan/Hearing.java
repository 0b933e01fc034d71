package org.camsweep.scan;

import java.util.List;
import org.camsweep.observe.Observation;
import org.camsweep.probe.spi.Step;

/** An observation with the bytes behind it and what to ask next. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Hearing(Observation observation, byte[] raw, List<Step.FollowUp> next, boolean alive) {}
