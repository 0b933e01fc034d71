package org.camsweep.journal;

import java.util.List;
import org.camsweep.observe.Observation;

/** Observations as the lines that {@code docs/observations.md} describes, without raw bytes. */
public final class ObservationLines {
  private ObservationLines() {}

  /** One line each, each ended by a line feed. */
  public static String of(List<Observation> observations) {
    StringBuilder lines = new StringBuilder();
    observations.forEach(o -> lines.append(ObservationJson.line(o, new byte[0])).append('\n'));
    return lines.toString();
  }
}
