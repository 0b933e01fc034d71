package org.camsweep.export.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.export.spi.Exporter;
import org.camsweep.observe.Plain;
import org.camsweep.policy.Finding;
import org.camsweep.report.Coverage;
import org.camsweep.report.Provenance;
import org.camsweep.report.Report;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;

/**
 * Gauges in Prometheus' text format 0.0.4, for the textfile collector. No address, serial number or
 * name of a device becomes a label. Every verdict has a series, also where its count is nought.
 */
public final class PrometheusExporter implements Exporter {
  private static final List<String> VERDICTS =
      List.of("restricted", "review", "clear", "not-assessed", "waived");

  @Override
  public String format() {
    return "prometheus";
  }

  @Override
  public String ending() {
    return "prom";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    Provenance by = report.provenance();
    gauge(text, "scan_info", "Constant 1 with versions as labels.");
    sample(
        text,
        "scan_info",
        1,
        "tool",
        by.tool(),
        "pack",
        by.pack(),
        "as_of",
        by.asOf(),
        "marking",
        by.marking().orElse(""));
    gauge(text, "scan_complete", "Whether the last scan came to its end.");
    sample(text, "scan_complete", report.coverage().complete() ? 1 : 0);
    gauge(text, "scan_start_timestamp_seconds", "Start of the last scan, Unix time.");
    sample(text, "scan_start_timestamp_seconds", by.started().getEpochSecond());
    by.ended()
        .ifPresent(
            ended -> {
              gauge(text, "scan_end_timestamp_seconds", "End of the last scan, Unix time.");
              sample(text, "scan_end_timestamp_seconds", ended.getEpochSecond());
            });
    gauge(text, "addresses", "Addresses in scope by outcome.");
    report.coverage().networks().forEach(n -> addresses(text, n));
    gauge(text, "devices", "Devices by the worst verdict that no waiver covers.");
    report.networks().forEach(n -> devices(text, report, n.id()));
    gauge(text, "findings", "Findings by regime, limb and verdict.");
    findings(text, report);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addresses(StringBuilder text, Coverage.PerNetwork network) {
    Map<String, Long> outcomes = new TreeMap<>();
    outcomes.put("excluded", network.excluded());
    outcomes.put("answered", network.answered());
    outcomes.put("present", network.present());
    outcomes.put("silent", network.silent());
    outcomes.put("not-asked", network.notAsked());
    outcomes.forEach(
        (outcome, n) ->
            sample(text, "addresses", n, "network", network.network(), "outcome", outcome));
  }

  private static void devices(StringBuilder text, Report report, String network) {
    Map<String, Long> counts =
        report.entries().stream()
            .filter(e -> e.device().network().filter(network::equals).isPresent())
            .collect(Collectors.groupingBy(Wording::verdict, Collectors.counting()));
    for (String verdict : VERDICTS) {
      long n = counts.getOrDefault(verdict, 0L);
      sample(text, "devices", n, "network", network, "verdict", verdict);
    }
  }

  private static void findings(StringBuilder text, Report report) {
    Map<List<String>, Long> counts =
        report.findings().stream()
            .map(PrometheusExporter::labels)
            .collect(
                Collectors.groupingBy(
                    Function.identity(),
                    () -> new TreeMap<>(java.util.Comparator.comparing(List::toString)),
                    Collectors.counting()));
    counts.forEach((labels, n) -> sample(text, "findings", n, labels.toArray(String[]::new)));
  }

  private static List<String> labels(Finding f) {
    return List.of(
        "network",
        f.network(),
        "regime",
        f.regime(),
        "limb",
        f.limb(),
        "verdict",
        Words.of(f.verdict()),
        "waived",
        Boolean.toString(f.waiver().isPresent()),
        "verified",
        Boolean.toString(f.verified()));
  }

  private static void gauge(StringBuilder text, String name, String help) {
    text.append("# HELP camsweep_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE camsweep_").append(name).append(" gauge\n");
  }

  private static void sample(StringBuilder text, String name, long value, String... labels) {
    text.append("camsweep_").append(name);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      text.append(Plain.of(labels[i + 1]).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
  }
}
