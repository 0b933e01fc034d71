package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.identify.Level;
import org.junit.jupiter.api.Test;

class RegimeTextTest {
  private static Regimes read(String text) throws ConfigException {
    Entities entities = EntityReader.read(List.of(Given.file("e.yaml", PolicyTest.ENTITIES)));
    return RegimeReader.read(List.of(Given.file("r.yaml", text)), "1", entities, false);
  }

  @Test
  void aChangedListNamesTheEntriesThatCameAndWent() throws ConfigException {
    Regimes before = read(PolicyTest.NAMES);
    Regimes after = read(PolicyTest.NAMES.replace("entity: redco", "entity: bluco, from: 2026"));
    assertThat(RegimeText.diff(before, before)).isEmpty();
    assertThat(RegimeText.diff(before, after))
        .hasSize(3)
        .satisfies(l -> assertThat(l.get(0)).startsWith("~ names-rule: 1; regime sha256:"))
        .contains("  - f-3-B: redco", "  + f-3-B: bluco from 2026-01-01");
    assertThat(RegimeText.diff(Regimes.NONE, after))
        .containsExactly("+ names-rule is new: Names rule");
    assertThat(RegimeText.diff(after, Regimes.NONE))
        .containsExactly("- names-rule is no longer switched on");
  }

  @Test
  void whatIsHeldBackIsListedWithTheReason() throws ConfigException {
    assertThat(
            RegimeText.list(
                read(PolicyTest.NAMES.replace("verified: true\nrule", "verified: false\nrule"))))
        .singleElement()
        .asString()
        .contains("off: not verified; loads with --include-unverified");
  }

  @Test
  void aRegimeIsShownWithItsLimbsAndWhatAScanCannotSee() throws ConfigException {
    assertThat(RegimeText.show(read(PolicyTest.LAW).on().get(0)))
        .contains(
            "citation: Statement 1 of 24 November 2022",
            "read in primary form: no",
            "limb core-network: none on core networks",
            "a scan cannot see:",
            "  - the day of purchase");
  }

  @Test
  void anExplanationEndsWithTheStandingText() throws ConfigException {
    Policy policy = PolicyTest.policy(PolicyTest.TODAY, PolicyTest.LAW);
    Finding finding =
        policy
            .judge(
                List.of(Given.camera().by(Level.CONFIRMED, PolicyTest.RED).judged()),
                List.of(Given.sensitive()))
            .get(0);
    List<String> lines = Explanation.of(finding, policy.regimes());
    assertThat(lines)
        .startsWith("home-rule:sensitive-site:lan:10.0.0.7", "verdict: restricted")
        .contains("it says: not from there", "a scan cannot see: the day of purchase")
        .endsWith(Policy.STANDING_TEXT);
  }
}
