package org.camsweep.export.nmap;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camsweep.export.spi.Exporter;
import org.camsweep.export.spi.XmlText;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Level;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.report.Coverage;
import org.camsweep.report.Report;
import org.camsweep.report.Report.Entry;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;

/**
 * The inventory in Nmap's XML layout, version 1.05, for tools that import it. The layout's DTD
 * fixes the word {@code nmap} as the scanner; {@code args} and a comment say who wrote the file.
 * Devices heard from outside the scope were not scanned and are left out.
 */
public final class NmapExporter implements Exporter {
  private static final String PROLOG =
      "<!DOCTYPE nmaprun>\n<!-- Written by camsweep in Nmap's XML layout; Nmap was not run. -->\n";

  @Override
  public String format() {
    return "nmap";
  }

  @Override
  public String ending() {
    return "xml";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Instant started = report.provenance().started();
    Instant ended = report.provenance().ended().orElse(started);
    XmlText xml = new XmlText(out, PROLOG);
    xml.open(
        "nmaprun",
        "scanner",
        "nmap",
        "args",
        "camsweep (not nmap) "
            + String.join(" ", report.provenance().commandLine())
            + report.provenance().marking().map(m -> " (marking: " + m + ")").orElse(""),
        "start",
        seconds(started),
        "startstr",
        started.toString(),
        "version",
        report.provenance().tool(),
        "xmloutputversion",
        "1.05");
    xml.empty("verbose", "level", "0").empty("debugging", "level", "0");
    for (Entry entry : report.entries()) {
      if (entry.device().network().isPresent()) {
        host(xml, entry);
      }
    }
    xml.open("runstats");
    xml.empty(
        "finished",
        "time",
        seconds(ended),
        "timestr",
        ended.toString(),
        "elapsed",
        Long.toString(Duration.between(started, ended).toSeconds()),
        "summary",
        String.join(" ", report.coverage().notExamined()),
        "exit",
        report.coverage().complete() ? "success" : "error");
    List<Coverage.PerNetwork> networks = report.coverage().networks();
    long up = networks.stream().mapToLong(n -> n.answered() + n.present()).sum();
    long down = networks.stream().mapToLong(Coverage.PerNetwork::silent).sum();
    xml.empty("hosts", "up", up + "", "down", down + "", "total", up + down + "");
    xml.close().close();
  }

  private static void host(XmlText xml, Entry entry) throws IOException {
    xml.open("host").empty("status", "state", "up", "reason", "user-set", "reason_ttl", "0");
    for (Address address : entry.device().addresses()) {
      String type = address.isV4() ? "ipv4" : "ipv6";
      xml.empty("address", "addr", AddressText.withoutZone(address), "addrtype", type);
    }
    if (entry.device().mac().isPresent()) {
      xml.empty(
          "address",
          "addr",
          entry.device().mac().get().text().toUpperCase(Locale.ROOT),
          "addrtype",
          "mac",
          "vendor",
          Wording.firmMaker(entry).map(Maker::name).orElse(""));
    }
    xml.open("hostnames").close().open("ports");
    Map<String, List<Observation>> ports =
        entry.answers().stream()
            .filter(a -> a.endpoint().port() > 0)
            .collect(
                Collectors.groupingBy(
                    a -> a.endpoint().transport() + " " + "%05d".formatted(a.endpoint().port()),
                    TreeMap::new,
                    Collectors.toList()));
    for (List<Observation> answers : ports.values()) {
      port(xml, entry, answers);
    }
    xml.close();
    if (!entry.findings().isEmpty()) {
      xml.open("hostscript").open("script", "id", "camsweep", "output", findings(entry));
      for (Finding finding : entry.findings()) {
        xml.text("elem", Wording.finding(finding), "key", finding.id());
      }
      xml.close().close();
    }
    xml.close();
  }

  private static void port(XmlText xml, Entry entry, List<Observation> answers) throws IOException {
    Observation first = answers.get(0);
    xml.open(
        "port",
        "protocol",
        first.endpoint().transport(),
        "portid",
        Integer.toString(first.endpoint().port()));
    xml.empty("state", "state", "open", "reason", "response", "reason_ttl", "0");
    xml.empty(
        "service",
        "name",
        answers.stream().map(a -> a.probe().name()).distinct().sorted().findFirst().orElse(""),
        "product",
        Wording.shownAs(entry),
        "version",
        entry.identification().firmware().orElse(""),
        "extrainfo",
        "maker: " + Wording.builtBy(entry),
        "devicetype",
        deviceType(entry.identification().kind()),
        "method",
        "probed",
        "conf",
        confidence(entry.identification().level()));
    xml.close();
  }

  private static String findings(Entry entry) {
    return "maker: "
        + Wording.builtBy(entry)
        + "; "
        + entry.findings().stream().map(Wording::finding).collect(Collectors.joining("; "));
  }

  private static String deviceType(DeviceKind kind) {
    return kind.reportWord().equals("camera") ? "webcam" : Words.of(kind);
  }

  /** The layout's scale goes from 0 to 10. */
  private static String confidence(Level level) {
    return switch (level) {
      case CONFIRMED -> "10";
      case LIKELY -> "8";
      case POSSIBLE -> "4";
      case CONTESTED, UNKNOWN -> "0";
    };
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
