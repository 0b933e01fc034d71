package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Report;

/** One numbered part of the inspection report. */
interface Section {
  /** All sections, in the order in which they are read. */
  static List<Section> all() {
    return List.of(
        new CoverageSection(),
        new FindingsSection(),
        new ChangesSection(),
        new InventorySection(),
        new MapSection(),
        new MakersSection(),
        new WaiversSection(),
        new WalkRoundSection(),
        new EvidenceSection(),
        new MethodSection());
  }

  /** The anchor, for example {@code findings}. */
  String anchor();

  String title();

  /** Writes what stands under the title. */
  void write(Report report, Markup page);
}
