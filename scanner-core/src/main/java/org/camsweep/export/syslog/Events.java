package org.camsweep.export.syslog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Headline;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/** What a report has to say to a log: the scan first, then each device with its findings. */
final class Events {
  private static final int WARNING = 4;
  private static final int NOTICE = 5;
  private static final int INFORMATIONAL = 6;

  private final Report report;
  private final Instant end;
  private final List<Event> events = new ArrayList<>();

  private Events(Report report) {
    this.report = report;
    this.end = report.provenance().ended().orElse(report.provenance().started());
  }

  static List<Event> of(Report report) {
    Events all = new Events(report);
    all.scan();
    for (Entry entry : report.entries()) {
      all.device(entry);
      entry.findings().forEach(f -> all.finding(f, Optional.of(entry)));
    }
    report.findings().stream()
        .filter(f -> f.device().isEmpty())
        .forEach(f -> all.finding(f, Optional.empty()));
    return all.events;
  }

  private void scan() {
    Headline headline = Headline.of(report);
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("rt", Long.toString(end.toEpochMilli()));
    keys.put("start", Long.toString(report.provenance().started().toEpochMilli()));
    keys.put("outcome", report.coverage().complete() ? "complete" : "incomplete");
    keys.put("msg", headline.answer().words() + ": " + headline.counts());
    labelled(keys, "cs1", "notExamined", String.join(" ", report.coverage().notExamined()));
    labelled(keys, "cs2", "operator", report.provenance().operator().orElse(""));
    labelled(
        keys, "cs3", "authorisation", report.provenance().authorisation().reference().orElse(""));
    common(keys);
    boolean open = headline.answer() != Headline.Answer.NOTHING_RESTRICTED_FOUND;
    add("scan", end, open ? NOTICE : INFORMATIONAL, open ? 5 : 1, "scan", "Inspection", keys);
  }

  private void device(Entry entry) {
    Instant heard =
        entry.answers().stream().map(Observation::at).max(Comparator.naturalOrder()).orElse(end);
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("rt", Long.toString(heard.toEpochMilli()));
    describe(keys, entry);
    keys.put("externalId", entry.device().id().text());
    common(keys);
    String name = "Device of kind " + Words.of(entry.identification().kind());
    add("device", heard, INFORMATIONAL, 1, "device", name, keys);
  }

  private void finding(Finding finding, Optional<Entry> entry) {
    boolean waived = finding.waiver().isPresent();
    int severity =
        finding.verdict() == Verdict.RESTRICTED && !waived
            ? WARNING
            : finding.verdict().compareTo(Verdict.REVIEW) >= 0 ? NOTICE : INFORMATIONAL;
    int weight =
        switch (finding.verdict()) {
          case RESTRICTED -> waived ? 5 : 8;
          case REVIEW -> waived ? 3 : 5;
          case NOT_ASSESSED -> 2;
          case CLEAR -> 1;
        };
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("rt", Long.toString(end.toEpochMilli()));
    entry.ifPresent(e -> describe(keys, e));
    labelled(keys, "cs3", "network", finding.network());
    keys.put("cat", Words.of(finding.verdict()));
    keys.put("act", finding.waiver().map(w -> "waived: " + w).orElse(""));
    labelled(keys, "cs4", "citation", finding.citation());
    labelled(keys, "cs6", "settle", finding.settle().orElse(""));
    keys.put("reason", finding.because());
    keys.put("externalId", finding.id());
    keys.put("msg", Wording.finding(finding));
    common(keys);
    String rule = finding.regime() + "/" + finding.limb();
    add("finding", end, severity, weight, rule, finding.regimeName(), keys);
  }

  private static void describe(Map<String, String> keys, Entry entry) {
    Address address = entry.device().addresses().get(0);
    if (address.isV4()) {
      keys.put("dst", AddressText.of(address));
    } else {
      labelled(keys, "c6a3", "Destination IPv6 Address", AddressText.withoutZone(address));
    }
    keys.put("dmac", entry.device().mac().map(Mac::text).orElse(""));
    labelled(keys, "cs1", "builtBy", Wording.builtBy(entry));
    labelled(keys, "cs2", "shownAs", Wording.shownAs(entry));
    labelled(keys, "cs3", "network", entry.device().network().orElse("outside the scope"));
    labelled(keys, "cs6", "serial", entry.identification().serial().orElse(""));
  }

  private void common(Map<String, String> keys) {
    labelled(keys, "cs5", "scanId", report.provenance().scanId());
    labelled(keys, "flexString1", "marking", report.provenance().marking().orElse(""));
  }

  /** An own key and what it means; nothing where there is no value. */
  private static void labelled(Map<String, String> keys, String key, String label, String value) {
    if (!value.isEmpty()) {
      keys.put(key + "Label", label);
      keys.put(key, value);
    }
  }

  private void add(
      String kind,
      Instant at,
      int severity,
      int weight,
      String signature,
      String name,
      Map<String, String> keys) {
    String tool = report.provenance().tool();
    events.add(new Event(kind, at, severity, weight, tool, signature, name, keys));
  }
}
