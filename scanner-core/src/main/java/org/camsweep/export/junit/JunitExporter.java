package org.camsweep.export.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.XmlText;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;

/**
 * A suite for each network, a case for each finding. Restricted is a failure; review, and coverage
 * with gaps, are errors, so that what is not known never passes; waived and not assessed are
 * skipped; clear passes. The layout is the one that build servers read (JUnit's ant task; there is
 * no standard).
 */
public final class JunitExporter implements Exporter {
  private enum Result {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private record Case(String name, String className, Result result, String message, String text) {}

  @Override
  public String format() {
    return "junit";
  }

  @Override
  public String ending() {
    return "xml";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    XmlText xml = new XmlText(out, "");
    xml.open("testsuites", "name", "camsweep " + report.provenance().scanId());
    for (Coverage.PerNetwork coverage : report.coverage().networks()) {
      String id = coverage.network();
      String site = Wording.network(report, id).map(n -> n.site() + "/").orElse("");
      List<Case> cases = new ArrayList<>(List.of(coverage(report, coverage)));
      report.entries().stream()
          .filter(e -> e.device().network().filter(id::equals).isPresent())
          .forEach(e -> cases.addAll(of(e)));
      report.findings().stream()
          .filter(f -> f.device().isEmpty() && f.network().equals(id))
          .forEach(f -> cases.add(of("network " + id, f)));
      suite(xml, report, site + id, cases);
    }
    if (report.coverage().networks().isEmpty()) {
      Case none = new Case("coverage", "coverage", Result.ERROR, "no network was looked at", "");
      suite(xml, report, "no network", List.of(none));
    }
    xml.close();
  }

  private static Case coverage(Report report, Coverage.PerNetwork network) {
    String sums =
        network.inScope()
            + " addresses: "
            + network.answered()
            + " answered, "
            + network.present()
            + " not understood, "
            + network.silent()
            + " silent, "
            + network.excluded()
            + " excluded, "
            + network.notAsked()
            + " not asked";
    boolean gap = !report.coverage().complete() || network.notAsked() > 0;
    return new Case(
        "coverage of " + network.network(),
        "coverage",
        gap ? Result.ERROR : Result.PASSED,
        gap ? "the scan has gaps" : "",
        sums);
  }

  private static List<Case> of(Entry entry) {
    String name = Wording.name(entry);
    return entry.findings().isEmpty()
        ? List.of(new Case(name, "not-assessed", Result.SKIPPED, "no rule was applied", ""))
        : entry.findings().stream().map(f -> of(name, f)).toList();
  }

  private static Case of(String name, Finding finding) {
    return new Case(
        name,
        finding.regime() + "." + finding.limb(),
        result(finding),
        Wording.finding(finding),
        finding.because()
            + finding.settle().map(s -> " To settle it: " + s + ".").orElse("")
            + " "
            + finding.citation());
  }

  private static Result result(Finding finding) {
    if (finding.waiver().isPresent() && finding.verdict() != Verdict.CLEAR) {
      return Result.SKIPPED;
    }
    return switch (finding.verdict()) {
      case RESTRICTED -> Result.FAILURE;
      case REVIEW -> Result.ERROR;
      case NOT_ASSESSED -> Result.SKIPPED;
      case CLEAR -> Result.PASSED;
    };
  }

  private static void suite(XmlText xml, Report report, String name, List<Case> cases)
      throws IOException {
    xml.open(
        "testsuite",
        "name",
        name,
        "tests",
        Integer.toString(cases.size()),
        "failures",
        count(cases, Result.FAILURE),
        "errors",
        count(cases, Result.ERROR),
        "skipped",
        count(cases, Result.SKIPPED),
        "time",
        Optional.of(report.provenance())
            .flatMap(p -> p.ended().map(e -> java.time.Duration.between(p.started(), e)))
            .map(d -> Long.toString(d.toSeconds()))
            .orElse("0"),
        "timestamp",
        report.provenance().started().toString().substring(0, 19));
    if (report.provenance().marking().isPresent()) {
      xml.open("properties")
          .empty("property", "name", "marking", "value", report.provenance().marking().get())
          .close();
    }
    for (Case one : cases) {
      write(xml, one);
    }
    xml.close();
  }

  private static void write(XmlText xml, Case one) throws IOException {
    String[] head = {"name", one.name(), "classname", one.className(), "time", "0"};
    switch (one.result()) {
      case PASSED -> xml.empty("testcase", head);
      case SKIPPED -> xml.open("testcase", head).empty("skipped", "message", one.message()).close();
      case FAILURE, ERROR ->
          xml.open("testcase", head)
              .text(
                  one.result() == Result.FAILURE ? "failure" : "error",
                  one.text(),
                  "message",
                  one.message(),
                  "type",
                  one.className())
              .close();
    }
  }

  private static String count(List<Case> cases, Result result) {
    return Long.toString(cases.stream().filter(c -> c.result() == result).count());
  }
}
