package org.camsweep.report;

import java.util.Optional;
import org.camsweep.report.Report.Entry;

/**
 * One thing that is different between two inspections.
 *
 * @param before the device in the earlier report, if it is there
 * @param after the device in the later report, if it is there
 * @param what what changed, in plain words; may hold a device's own words
 */
public record Change(Kind kind, Optional<Entry> before, Optional<Entry> after, String what) {
  /** What sort of change. One device may have several. */
  public enum Kind {
    /** In the later report only. */
    NEW,
    /** In the earlier report only, although its address was asked again. It may be switched off. */
    GONE,
    /** In the earlier report only, and the later inspection did not look there. */
    NOT_LOOKED_AT,
    /** On another network, or at none of its earlier addresses. */
    MOVED,
    /** It states another firmware. */
    FIRMWARE,
    /** It says something else of itself, and is judged differently. */
    CHANGED,
    /** It says the same as before; a newer pack, rule, day or marking judges it differently. */
    REJUDGED
  }
}
