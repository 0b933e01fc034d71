package org.camsweep.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the interviews did not show, for the list of what was not examined. */
final class InterviewSentences {
  private InterviewSentences() {}

  static List<String> of(List<Report.Entry> entries) {
    Map<Interview.Outcome, Long> counts = new EnumMap<>(Interview.Outcome.class);
    long channels = 0;
    long recorders = 0;
    for (Report.Entry entry : entries) {
      entry.interview().ifPresent(i -> counts.merge(i.outcome(), 1L, Long::sum));
      channels += entry.behind().size();
      recorders += entry.behind().isEmpty() ? 0 : 1;
    }
    List<String> said = new ArrayList<>();
    long in = counts.getOrDefault(Interview.Outcome.IN, 0L);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all > in) {
      String rest =
          counts.entrySet().stream()
              .filter(e -> e.getKey() != Interview.Outcome.IN)
              .map(e -> e.getValue() + " " + Words.of(e.getKey()).replace('-', ' '))
              .collect(Collectors.joining(", "));
      said.add(
          "%d of %d devices of networks with credentials were not interviewed (%s); what only a log-in shows, such as a recorder's channels, is not known of them."
              .formatted(all - in, all, rest));
    }
    if (channels > 0) {
      said.add(
          "%s named %s; the cameras behind them are listed with their recorder, by its own word, and were not examined or judged unless they answered themselves."
              .formatted(
                  recorders == 1 ? "1 recorder" : recorders + " recorders",
                  channels == 1 ? "1 channel" : channels + " channels"));
    }
    return said;
  }
}
