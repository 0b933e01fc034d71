package org.camsweep.export.csv;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.exposure.Topic;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.report.Interview;
import org.camsweep.report.Report;
import org.camsweep.report.Wording;
import org.camsweep.report.Words;
import org.camsweep.site.AddressText;
import org.camsweep.site.Network;

/** The columns, in their order. Names are stable; new ones are added at the end. */
record Column(String heading, BiFunction<Report, Report.Entry, String> value) {
  static final List<Column> ALL =
      List.of(
          new Column(
              "addresses", (r, e) -> join(e.device().addresses().stream().map(Column::text))),
          new Column("mac", (r, e) -> e.device().mac().map(Mac::text).orElse("")),
          new Column("mac_source", (r, e) -> e.device().macSource().orElse("")),
          new Column("site", (r, e) -> network(r, e).map(Network::site).orElse("")),
          new Column("network", (r, e) -> e.device().network().orElse("(outside the scope)")),
          new Column(
              "sensitive",
              (r, e) -> network(r, e).flatMap(Network::sensitive).map(Column::word).orElse("no")),
          new Column(
              "core_network", (r, e) -> network(r, e).map(n -> yes(n.coreNetwork())).orElse("no")),
          new Column("control", (r, e) -> network(r, e).flatMap(Network::control).orElse("")),
          new Column("kind", (r, e) -> e.identification().kind().reportWord()),
          new Column("kind_detail", (r, e) -> word(e.identification().kind())),
          new Column("brand", (r, e) -> e.identification().brand().orElse("")),
          new Column("maker", (r, e) -> e.identification().maker().map(Maker::name).orElse("")),
          new Column("maker_id", (r, e) -> e.identification().maker().map(Maker::id).orElse("")),
          new Column(
              "jurisdiction",
              (r, e) -> e.identification().maker().flatMap(Maker::country).orElse("")),
          new Column("relabelled", (r, e) -> yes(e.identification().relabelled())),
          new Column("level", (r, e) -> word(e.identification().level())),
          new Column(
              "candidates",
              (r, e) -> join(e.identification().candidates().stream().map(Maker::name))),
          new Column("model", (r, e) -> e.identification().model().orElse("")),
          new Column("serial", (r, e) -> e.identification().serial().orElse("")),
          new Column("firmware", (r, e) -> e.identification().firmware().orElse("")),
          new Column("verdict", (r, e) -> Wording.verdict(e)),
          new Column("findings", (r, e) -> join(e.findings().stream().map(Column::finding))),
          new Column(
              "because", (r, e) -> join(e.findings().stream().map(Finding::because).distinct())),
          new Column(
              "waivers",
              (r, e) -> join(e.findings().stream().flatMap(f -> f.waiver().stream()).distinct())),
          new Column("rule", (r, e) -> e.identification().rule()),
          new Column("settle", (r, e) -> settle(e)),
          new Column(
              "evidence",
              (r, e) -> join(e.identification().evidence().stream().map(Column::evidence))),
          new Column(
              "contrary",
              (r, e) -> join(e.identification().contrary().stream().map(Column::evidence))),
          new Column(
              "answered_on",
              (r, e) -> join(e.answers().stream().map(Column::service).distinct().sorted())),
          new Column(
              "first_heard",
              (r, e) -> times(e).min(Comparator.naturalOrder()).map(Instant::toString).orElse("")),
          new Column(
              "last_heard",
              (r, e) -> times(e).max(Comparator.naturalOrder()).map(Instant::toString).orElse("")),
          new Column("device_id", (r, e) -> e.device().id().text()),
          new Column("scan_id", (r, e) -> r.provenance().scanId()),
          new Column("marking", (r, e) -> r.provenance().marking().orElse("")),
          new Column("microphone", (r, e) -> sight(e, Topic.MICROPHONE)),
          new Column("microphone_signs", (r, e) -> signs(e, Topic.MICROPHONE)),
          new Column("remote_access", (r, e) -> sight(e, Topic.REMOTE_ACCESS)),
          new Column("remote_access_signs", (r, e) -> signs(e, Topic.REMOTE_ACCESS)),
          new Column("interview", (r, e) -> e.interview().map(Interview::text).orElse("")),
          new Column("channels", (r, e) -> join(e.behind().stream().map(Interview.Channel::text))));

  String of(Report report, Report.Entry entry) {
    return value.apply(report, entry);
  }

  private static String text(InetAddress address) {
    return AddressText.of(address);
  }

  private static Optional<Network> network(Report report, Report.Entry entry) {
    return report.networks().stream()
        .filter(n -> entry.device().network().filter(n.id()::equals).isPresent())
        .findFirst();
  }

  private static String finding(Finding finding) {
    return finding.regime()
        + "/"
        + finding.limb()
        + ": "
        + word(finding.verdict())
        + (finding.verified() ? "" : " (unverified rule)")
        + finding.waiver().map(w -> " (waived: " + w + ")").orElse("");
  }

  private static String settle(Report.Entry entry) {
    Identification believed = entry.identification();
    return join(
        Stream.concat(
                believed.settle().stream(),
                entry.findings().stream().flatMap(f -> f.settle().stream()))
            .distinct());
  }

  private static String evidence(Evidence evidence) {
    return evidence.signature() + ": " + evidence.field() + "=" + evidence.value();
  }

  private static String sight(Report.Entry entry, Topic topic) {
    return entry.exposure(topic).map(x -> word(x.sight())).orElse("");
  }

  private static String signs(Report.Entry entry, Topic topic) {
    return join(
        entry.exposure(topic).stream()
            .flatMap(x -> x.signs().stream())
            .map(s -> word(s.says()) + ": " + s.field() + "=" + s.value()));
  }

  private static String service(Observation answer) {
    return answer.endpoint() + " " + answer.probe();
  }

  private static Stream<Instant> times(Report.Entry entry) {
    return entry.answers().stream().map(Observation::at);
  }

  private static String word(Enum<?> constant) {
    return Words.of(constant);
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static String join(Stream<String> parts) {
    List<String> all = parts.toList();
    return all.stream().map(p -> p.replace(";", ",")).collect(Collectors.joining("; "));
  }
}
