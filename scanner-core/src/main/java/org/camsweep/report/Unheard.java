package org.camsweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the scanning machine itself failed to hear, as the counters of a scan tell: no device must
 * be missing without a word because its answer found a full receive buffer.
 */
public final class Unheard {
  /** Questions to single hosts whose answer may have been dropped, also when put again. */
  public static final String QUESTIONS = "unheard.questions";

  /** Calls to a link whose answers may have been dropped, also when repeated; with the probe. */
  public static final String CALL = "unheard.call.";

  /** Present where the scanning machine does not tell what it dropped. */
  public static final String NOT_TOLD = "unheard.not-told";

  private Unheard() {}

  /** A sentence for each sort; none where everything was heard. */
  public static List<String> of(Map<String, Long> counters) {
    List<String> said = new ArrayList<>();
    long questions = counters.getOrDefault(QUESTIONS, 0L);
    if (questions > 0) {
      said.add(
          (questions == 1 ? "1 question: its answer" : questions + " questions: their answers")
              + " may have come and found no room in the scanning machine, also when asked again;"
              + " an address that said nothing else counts as not asked.");
    }
    List<String> calls =
        counters.keySet().stream()
            .filter(c -> c.startsWith(CALL))
            .map(c -> c.substring(CALL.length()))
            .sorted()
            .toList();
    if (!calls.isEmpty()) {
      said.add(
          "Answers to calls to everybody on the link may have found no room in the scanning"
              + " machine ("
              + String.join(", ", calls)
              + "); a device that answers nothing else may be missing.");
    }
    if (counters.containsKey(NOT_TOLD)) {
      said.add(
          "The scanning machine's system does not tell which datagrams it dropped: an answer that"
              + " found no room there looks like silence.");
    }
    return List.copyOf(said);
  }
}
