package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.Maker;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;

class PolicyPropertiesTest {
  private static final String THIRD =
      PolicyTest.LAW
          .replace("home-rule", "third-rule")
          .replace("test: { prcLaw: true }", "test: { countries: [DE, CN] }");
  private static final List<Level> FALLING =
      List.of(Level.CONFIRMED, Level.LIKELY, Level.POSSIBLE, Level.CONTESTED, Level.UNKNOWN);

  /** Read once for each set, because properties ask often. */
  private static final Map<List<String>, Policy> READ = new ConcurrentHashMap<>();

  private static Policy policy(String... regimes) throws ConfigException {
    List<String> key = List.of(regimes);
    Policy known = READ.get(key);
    if (known == null) {
      known = PolicyTest.policy(PolicyTest.TODAY, regimes);
      READ.put(key, known);
    }
    return known;
  }

  record Case(DeviceKind kind, Maker maker, boolean platform, Network network) {
    Judged at(Level level) {
      Given.Box box = Given.of(kind);
      if (level == Level.CONTESTED) {
        box.between(maker, PolicyTest.BLU);
      } else if (level != Level.UNKNOWN) {
        box.by(level, maker);
      }
      return (platform && level == Level.CONFIRMED ? box.platform() : box).judged();
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Maker> makers =
        Arbitraries.of(
            PolicyTest.RED,
            PolicyTest.GREY,
            PolicyTest.BLU,
            PolicyTest.MIX,
            PolicyTest.SOLD,
            Given.makerIn("stranger", "CN"),
            Given.makerIn("foreigner", "SE"));
    Arbitrary<Network> networks =
        Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
            .as((s, c) -> Given.network("lan", s, c, Optional.empty()));
    return Combinators.combine(
            Arbitraries.of(DeviceKind.class), makers, Arbitraries.of(true, false), networks)
        .as(Case::new);
  }

  private static Map<String, Verdict> verdicts(Judged judged, Network network, String... regimes)
      throws ConfigException {
    return policy(regimes).judge(List.of(judged), List.of(network)).stream()
        .collect(Collectors.toMap(Finding::id, Finding::verdict));
  }

  @Property
  void addingARegimeNeverRemovesAnothersFinding(@ForAll("cases") Case c, @ForAll Level level)
      throws ConfigException {
    Map<String, Verdict> one = verdicts(c.at(level), c.network(), PolicyTest.LAW);
    Map<String, Verdict> three =
        verdicts(c.at(level), c.network(), PolicyTest.LAW, PolicyTest.NAMES, THIRD);
    assertThat(three).containsAllEntriesOf(one);
  }

  @Property
  void loweringCertaintyNeverMakesAVerdictFirmer(@ForAll("cases") Case c, @ForAll Level level)
      throws ConfigException {
    int at = FALLING.indexOf(level);
    Map<String, Verdict> before = worst(c, level);
    for (Level lower : FALLING.subList(at, FALLING.size())) {
      worst(c, lower)
          .forEach(
              (regime, verdict) -> {
                if (firm(verdict)) {
                  assertThat(before).as("%s at %s", regime, lower).containsEntry(regime, verdict);
                }
              });
    }
  }

  private static boolean firm(Verdict verdict) {
    return verdict == Verdict.RESTRICTED || verdict == Verdict.CLEAR;
  }

  private static Map<String, Verdict> worst(Case c, Level level) throws ConfigException {
    return policy(PolicyTest.LAW, PolicyTest.NAMES, THIRD)
        .judge(List.of(c.at(level)), List.of(c.network()))
        .stream()
        .collect(
            Collectors.toMap(
                Finding::regime, Finding::verdict, (a, b) -> a.compareTo(b) > 0 ? a : b));
  }

  @Property
  void whatIsNotIdentifiedNeverReadsClear(@ForAll("cases") Case c) throws ConfigException {
    for (Level level : List.of(Level.POSSIBLE, Level.CONTESTED, Level.UNKNOWN)) {
      Map<String, Verdict> verdicts =
          verdicts(c.at(level), c.network(), PolicyTest.LAW, PolicyTest.NAMES, THIRD);
      assertThat(verdicts.values()).doesNotContain(Verdict.CLEAR, Verdict.RESTRICTED);
      if (c.kind().isVideo() && c.network().sensitive().isPresent()) {
        assertThat(verdicts)
            .containsEntry("home-rule:sensitive-site:lan:10.0.0.7", Verdict.REVIEW)
            .containsEntry("names-rule:f-3-B:lan:10.0.0.7", Verdict.REVIEW);
      }
    }
  }

  @Property
  void theOrderOfDevicesAndRegimesChangesNothing(
      @ForAll("cases") Case a, @ForAll("cases") Case b, @ForAll long seed) throws ConfigException {
    List<Judged> devices =
        new ArrayList<>(List.of(a.at(Level.CONFIRMED), Given.of(b.kind()).at("10.0.0.9").judged()));
    List<String> regimes = new ArrayList<>(List.of(PolicyTest.LAW, PolicyTest.NAMES));
    List<String> expected = ids(devices, regimes, a.network());
    Collections.shuffle(devices, new Random(seed));
    Collections.shuffle(regimes, new Random(seed));
    assertThat(ids(devices, regimes, a.network())).isEqualTo(expected);
  }

  private static List<String> ids(List<Judged> devices, List<String> regimes, Network network)
      throws ConfigException {
    return policy(regimes.toArray(String[]::new)).judge(devices, List.of(network)).stream()
        .map(f -> f.id() + " " + f.verdict() + " " + f.because())
        .toList();
  }
}
