package org.camsweep.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camsweep.exposure.Topic;
import org.camsweep.fingerprint.Maker;
import org.camsweep.fingerprint.Registrant;
import org.camsweep.identify.Evidence;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Mac;
import org.camsweep.observe.Observation;
import org.camsweep.policy.Finding;
import org.camsweep.site.Address;
import org.camsweep.site.AddressText;
import org.camsweep.site.Network;

/**
 * The columns of the inventory table, in their order. Names are stable; new ones are added at the
 * end.
 */
public record InventoryColumn(String heading, BiFunction<Report, Report.Entry, String> value) {
  public static final List<InventoryColumn> ALL =
      List.of(
          new InventoryColumn(
              "addresses",
              (r, e) -> join(e.device().addresses().stream().map(InventoryColumn::text))),
          new InventoryColumn("mac", (r, e) -> e.device().mac().map(Mac::text).orElse("")),
          new InventoryColumn("mac_source", (r, e) -> e.device().macSource().orElse("")),
          new InventoryColumn("site", (r, e) -> network(r, e).map(Network::site).orElse("")),
          new InventoryColumn(
              "network", (r, e) -> e.device().network().orElse("(outside the scope)")),
          new InventoryColumn(
              "sensitive",
              (r, e) ->
                  network(r, e)
                      .flatMap(Network::sensitive)
                      .map(InventoryColumn::word)
                      .orElse("no")),
          new InventoryColumn(
              "core_network", (r, e) -> network(r, e).map(n -> yes(n.coreNetwork())).orElse("no")),
          new InventoryColumn(
              "control", (r, e) -> network(r, e).flatMap(Network::control).orElse("")),
          new InventoryColumn("kind", (r, e) -> e.identification().kind().reportWord()),
          new InventoryColumn("kind_detail", (r, e) -> word(e.identification().kind())),
          new InventoryColumn("brand", (r, e) -> e.identification().brand().orElse("")),
          new InventoryColumn(
              "maker", (r, e) -> e.identification().maker().map(Maker::name).orElse("")),
          new InventoryColumn(
              "maker_id", (r, e) -> e.identification().maker().map(Maker::id).orElse("")),
          new InventoryColumn(
              "jurisdiction",
              (r, e) -> e.identification().maker().flatMap(Maker::country).orElse("")),
          new InventoryColumn("relabelled", (r, e) -> yes(e.identification().relabelled())),
          new InventoryColumn("level", (r, e) -> word(e.identification().level())),
          new InventoryColumn(
              "candidates",
              (r, e) -> join(e.identification().candidates().stream().map(Maker::name))),
          new InventoryColumn("model", (r, e) -> e.identification().model().orElse("")),
          new InventoryColumn("serial", (r, e) -> e.identification().serial().orElse("")),
          new InventoryColumn("firmware", (r, e) -> e.identification().firmware().orElse("")),
          new InventoryColumn("verdict", (r, e) -> Wording.verdict(e)),
          new InventoryColumn(
              "findings", (r, e) -> join(e.findings().stream().map(InventoryColumn::finding))),
          new InventoryColumn(
              "because", (r, e) -> join(e.findings().stream().map(Finding::because).distinct())),
          new InventoryColumn(
              "waivers",
              (r, e) -> join(e.findings().stream().flatMap(f -> f.waiver().stream()).distinct())),
          new InventoryColumn("rule", (r, e) -> e.identification().rule()),
          new InventoryColumn("settle", (r, e) -> settle(e)),
          new InventoryColumn(
              "evidence",
              (r, e) ->
                  join(e.identification().evidence().stream().map(InventoryColumn::evidence))),
          new InventoryColumn(
              "contrary",
              (r, e) ->
                  join(e.identification().contrary().stream().map(InventoryColumn::evidence))),
          new InventoryColumn(
              "answered_on",
              (r, e) ->
                  join(e.answers().stream().map(InventoryColumn::service).distinct().sorted())),
          new InventoryColumn(
              "first_heard",
              (r, e) -> times(e).min(Comparator.naturalOrder()).map(Instant::toString).orElse("")),
          new InventoryColumn(
              "last_heard",
              (r, e) -> times(e).max(Comparator.naturalOrder()).map(Instant::toString).orElse("")),
          new InventoryColumn("device_id", (r, e) -> e.device().id().text()),
          new InventoryColumn("scan_id", (r, e) -> r.provenance().scanId()),
          new InventoryColumn("marking", (r, e) -> r.provenance().marking().orElse("")),
          new InventoryColumn("microphone", (r, e) -> sight(e, Topic.MICROPHONE)),
          new InventoryColumn("microphone_signs", (r, e) -> signs(e, Topic.MICROPHONE)),
          new InventoryColumn("remote_access", (r, e) -> sight(e, Topic.REMOTE_ACCESS)),
          new InventoryColumn("remote_access_signs", (r, e) -> signs(e, Topic.REMOTE_ACCESS)),
          new InventoryColumn("interview", (r, e) -> e.interview().map(Interview::text).orElse("")),
          new InventoryColumn(
              "channels", (r, e) -> join(e.behind().stream().map(Interview.Channel::text))),
          new InventoryColumn(
              "registrant",
              (r, e) ->
                  join(
                      e.hardwareAddresses().stream()
                          .flatMap(x -> x.registrant().stream())
                          .map(Registrant::name)
                          .distinct())),
          new InventoryColumn("questions_sent", (r, e) -> e.asked().map(Wording::asked).orElse("")),
          new InventoryColumn(
              "packets_sent", (r, e) -> e.asked().map(a -> Long.toString(a.packets())).orElse("")));

  public String of(Report report, Report.Entry entry) {
    return value.apply(report, entry);
  }

  private static String text(Address address) {
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
