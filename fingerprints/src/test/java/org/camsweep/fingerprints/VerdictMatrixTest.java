package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Level;
import org.camsweep.policy.Finding;
import org.camsweep.policy.Given;
import org.camsweep.policy.Policy;
import org.camsweep.policy.Regime;
import org.camsweep.policy.Regimes;
import org.camsweep.policy.Verdict;
import org.camsweep.site.Network;
import org.junit.jupiter.api.Test;

/**
 * Every regime that judges, against kinds of evidence, networks and days. The table is read by eye
 * when it changes; {@code -Dgolden.write=true} writes it anew.
 */
class VerdictMatrixTest {
  private static final Path GOLDEN = Path.of("src/test/resources/verdicts.txt");
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2021, 1, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2026, 11, 25));
  private static final List<String> NETWORKS = List.of("plain", "sensitive", "core");
  private static final String HEAD =
      """
      The worst verdict of each regime, where the network names it. Judged as of 2021, 2024 and 2026.
      R restricted   v review   c clear   - not assessed   . no finding on the device

      """;

  private static Maker maker(String id) {
    return Given.maker(id, id);
  }

  private static Map<String, Supplier<Given.Box>> evidence() {
    Map<String, Supplier<Given.Box>> rows = new LinkedHashMap<>();
    rows.put("hikvision confirmed", () -> Given.camera().by(Level.CONFIRMED, maker("hikvision")));
    rows.put(
        "hikvision likely, badge LTS",
        () -> Given.camera().by(Level.LIKELY, maker("hikvision")).badge("LTS"));
    rows.put("hikvision possible", () -> Given.camera().by(Level.POSSIBLE, maker("hikvision")));
    rows.put("ezviz (owned) likely", () -> Given.camera().by(Level.LIKELY, maker("ezviz")));
    rows.put(
        "hikmicro (partly verified)", () -> Given.camera().by(Level.LIKELY, maker("hikmicro")));
    rows.put("uniview likely", () -> Given.camera().by(Level.LIKELY, maker("uniview")));
    rows.put("huawei likely", () -> Given.camera().by(Level.LIKELY, maker("huawei")));
    rows.put("lorex (sold 2022) likely", () -> Given.camera().by(Level.LIKELY, maker("lorex")));
    rows.put("tplink (legal view) likely", () -> Given.camera().by(Level.LIKELY, maker("tplink")));
    rows.put("axis confirmed", () -> Given.camera().by(Level.CONFIRMED, maker("axis")).platform());
    rows.put("axis likely, declared only", () -> Given.camera().by(Level.LIKELY, maker("axis")));
    rows.put("axis possible", () -> Given.camera().by(Level.POSSIBLE, maker("axis")));
    rows.put("bosch (mixed) likely", () -> Given.camera().by(Level.LIKELY, maker("bosch")));
    rows.put(
        "stranger confirmed",
        () -> Given.camera().by(Level.CONFIRMED, maker("stranger")).platform());
    rows.put("hikvision or axis", () -> Given.camera().between(maker("hikvision"), maker("axis")));
    rows.put("unknown camera", Given::camera);
    rows.put(
        "hikvision, camera or recorder",
        () -> Given.of(DeviceKind.CAMERA_OR_RECORDER).by(Level.CONFIRMED, maker("hikvision")));
    rows.put(
        "hikvision, kind unknown",
        () -> Given.of(DeviceKind.UNKNOWN).by(Level.CONFIRMED, maker("hikvision")));
    rows.put(
        "kind unknown, speaks RTSP", () -> Given.of(DeviceKind.UNKNOWN).says("rtsp.server", "x"));
    rows.put("kind and maker unknown", () -> Given.of(DeviceKind.UNKNOWN));
    rows.put(
        "dahua switch, not a camera",
        () -> Given.of(DeviceKind.OTHER).by(Level.CONFIRMED, maker("dahua")));
    rows.put("printer", () -> Given.of(DeviceKind.OTHER).by(Level.CONFIRMED, maker("stranger")));
    return rows;
  }

  private static Network network(String name, String regime) {
    return Given.network(
        "lan", name.equals("sensitive"), name.equals("core"), Optional.empty(), regime);
  }

  private static char cell(Policy policy, Regime regime, Given.Box box, String network) {
    List<Finding> findings =
        policy.judge(List.of(box.judged()), List.of(network(network, regime.id()))).stream()
            .filter(f -> f.regime().equals(regime.id()) && f.device().isPresent())
            .toList();
    Optional<Verdict> worst = findings.stream().map(Finding::verdict).max(Verdict::compareTo);
    return worst.map(VerdictMatrixTest::letter).orElse('.');
  }

  private static char letter(Verdict verdict) {
    return switch (verdict) {
      case RESTRICTED -> 'R';
      case REVIEW -> 'v';
      case CLEAR -> 'c';
      case NOT_ASSESSED -> '-';
    };
  }

  private static String table() throws ConfigException {
    StringBuilder out = new StringBuilder(HEAD);
    Regimes regimes = ShippedPolicy.regimes(true);
    List<Policy> policies = List.of(policy(regimes, 0), policy(regimes, 1), policy(regimes, 2));
    for (Regime regime : regimes.on()) {
      if (!regime.isJudged()) {
        continue;
      }
      out.append("%-34splain  sens.  core\n".formatted(regime.id()));
      for (Map.Entry<String, Supplier<Given.Box>> row : evidence().entrySet()) {
        out.append("  %-30s".formatted(row.getKey()));
        for (String network : NETWORKS) {
          out.append(' ');
          for (Policy policy : policies) {
            out.append(' ').append(cell(policy, regime, row.getValue().get(), network));
          }
        }
        out.append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static Policy policy(Regimes regimes, int day) throws ConfigException {
    return new Policy(regimes, ShippedPolicy.entities(), DAYS.get(day));
  }

  @Test
  void everyCellIsAsReviewed() throws IOException, ConfigException {
    String table = table();
    long cells =
        table.lines().filter(l -> l.startsWith("  ")).count() * NETWORKS.size() * DAYS.size();
    assertThat(cells).isGreaterThanOrEqualTo(300);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, table);
    }
    assertThat(table).isEqualTo(Files.readString(GOLDEN));
  }
}
