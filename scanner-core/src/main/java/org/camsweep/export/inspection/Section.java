package org.camsweep.export.inspection;

import java.util.List;
import org.camsweep.report.Report;

/** One numbered part of the inspection report. */
interface Section {
  /** All sections, in the order in which they are read, with a card for every device. */
  static List<Section> all() {
    return all(Cards.EVERY);
  }

  /** All sections, in the order in which they are read. */
  static List<Section> all(Cards cards) {
    return List.of(
        new CoverageSection(),
        new FindingsSection(cards),
        new ChangesSection(),
        new InventorySection(cards),
        new MapSection(),
        new MakersSection(),
        new WaiversSection(),
        new WalkRoundSection(),
        new EvidenceSection(cards),
        new MethodSection());
  }

  /** The anchor, for example {@code findings}. */
  String anchor();

  String title();

  /** Writes what stands under the title. */
  void write(Report report, Markup page);
}
