package org.camsweep.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.export.ExportCatalogue;
import org.camsweep.export.spi.Exporter;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.identify.Identification;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Verdict;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Foreign;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.camsweep.site.SensitiveReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pure stages behind the probes against devices made at random, by the shipped pack: join,
 * identify, judge, report, export. Some here; {@code -Dcamsweep.random.inputs=1000000} says how
 * many, {@code -Dcamsweep.random.seed=9} that they be others.
 */
class RandomDevicesTest {
  private static final int INPUTS = Integer.getInteger("camsweep.random.inputs", 4_000);
  private static final long SEED = Long.getLong("camsweep.random.seed", 8);
  private static final int TOGETHER = 25;

  /** The PDF of a report takes a hundred times as long as all else. */
  private static final int EACH_PDF = Math.max(2_000, INPUTS / 10);

  private static final Foreign.Place PLACE =
      new Foreign.Place(List.of(), Optional.of(SensitiveReason.SECRET_MATERIAL), true);

  private static Rules rules;
  private static Judge judge;

  @BeforeAll
  static void read() throws Exception {
    rules = Rules.read(Shipped.files(), true);
    judge = new Judge(rules);
  }

  private static Report judged(List<Observation> observations) {
    return judge.judgeForeign(
        Foreign.observed("random.ndjson", observations, 0),
        "camsweep",
        PLACE,
        Optional.of(LocalDate.of(2026, 11, 25)));
  }

  @Test
  void everyStageTakesEverythingAndKeepsItsPromises() throws Exception {
    RandomDevices devices = new RandomDevices(rules.pack(), SEED);
    for (int done = 0; done < INPUTS; done += TOGETHER) {
      List<Observation> heard = devices.observations(TOGETHER);
      Report report = judged(heard);
      nothingIsLost(heard, report);
      unknownIsNeverClear(report);
      if (done % 1_000 == 0) {
        orderIsIrrelevant(heard, report);
      }
      for (Exporter exporter : ExportCatalogue.all()) {
        if (!exporter.ending().equals("pdf") || done % EACH_PDF == 0) {
          projected(exporter, report);
        }
      }
    }
  }

  /** Whatever answered stands in the report, at one device. */
  private static void nothingIsLost(List<Observation> heard, Report report) {
    Set<Outcome> said = Set.of(Outcome.ANSWERED, Outcome.GARBLED, Outcome.CUT_SHORT);
    List<String> in =
        heard.stream().filter(o -> said.contains(o.outcome())).map(Observation::id).toList();
    List<String> out =
        report.entries().stream()
            .flatMap(e -> e.device().observations().stream())
            .map(Observation::id)
            .toList();
    assertThat(out).doesNotHaveDuplicates().containsAll(in);
  }

  /** What is not firmly identified is clear of nothing, unless it is surely no camera. */
  private static void unknownIsNeverClear(Report report) {
    Map<Object, Identification> of =
        report.entries().stream()
            .collect(Collectors.toMap(e -> (Object) e.device().id(), Report.Entry::identification));
    for (Finding finding : report.findings()) {
      if (finding.verdict() == Verdict.CLEAR && finding.device().isPresent()) {
        Identification id = of.get(finding.device().get());
        assertThat(id.level().isFirm() || id.kind() == DeviceKind.OTHER)
            .as(finding + " of " + id)
            .isTrue();
      }
    }
  }

  private static void orderIsIrrelevant(List<Observation> heard, Report report) throws IOException {
    List<Observation> other = new java.util.ArrayList<>(heard);
    Collections.shuffle(other, new Random(1));
    assertThat(json(judged(other))).isEqualTo(json(report));
  }

  private static String json(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(report, out);
    return out.toString(UTF_8);
  }

  private static final Set<String> PACKED = Set.of("pdf", "xlsx", "zip");

  private static void projected(Exporter exporter, Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter.write(report, out);
    assertThat(out.size()).isPositive();
    if (!PACKED.contains(exporter.ending())) {
      String text = out.toString(UTF_8);
      int bad = (int) text.chars().filter(RandomDevicesTest::escapes).count();
      assertThat(bad).as("controls in " + exporter.format()).isZero();
    }
  }

  /** Terminal and text-direction controls; line ends and tabs are the formats' own. */
  private static boolean escapes(int c) {
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
