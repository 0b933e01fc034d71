package org.camsweep.report;

import java.util.List;
import java.util.Optional;
import org.camsweep.device.DeviceId;
import org.camsweep.report.Report.Entry;

/**
 * What changed since an earlier inspection, as the report itself keeps it.
 *
 * @param scanId identifier of the earlier inspection
 * @param asOf the day as of which it was judged, ISO 8601
 * @param pack version and content hash of the signatures and regimes that judged it
 * @param changes by kind, in the order of the kinds
 */
public record Since(String scanId, String asOf, String pack, List<Line> changes) {
  public Since {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param device the device in this report; absent where it is in the earlier one only
   * @param name address and label, from this report where it is there; holds a device's own words
   * @param what what changed, in plain words; may hold a device's own words
   */
  public record Line(Change.Kind kind, Optional<DeviceId> device, String name, String what) {}

  /** The changes from an earlier report to a later one. */
  public static Since between(Report earlier, Report later) {
    return new Since(
        earlier.provenance().scanId(),
        earlier.provenance().asOf(),
        earlier.provenance().pack(),
        Comparison.between(earlier, later).stream().map(Since::line).toList());
  }

  private static Line line(Change change) {
    Entry shown = change.after().or(change::before).orElseThrow();
    return new Line(
        change.kind(),
        change.after().map(e -> e.device().id()),
        Wording.name(shown),
        change.what());
  }
}
