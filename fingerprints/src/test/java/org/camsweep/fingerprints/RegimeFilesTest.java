package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Entity;
import org.camsweep.policy.Mark;
import org.camsweep.policy.Regime;
import org.camsweep.policy.RegimeKind;
import org.camsweep.policy.Regimes;
import org.junit.jupiter.api.Test;

class RegimeFilesTest {
  @Test
  void allThirtySevenHaveAPlace() throws ConfigException {
    Regimes regimes = ShippedPolicy.regimes(false);
    assertThat(regimes.on().size() + regimes.off().size()).isEqualTo(37);
    assertThat(regimes.off().stream().map(o -> o.regime().id()))
        .containsExactly("lt-2025", "misc-unverified", "ua-nacp", "us-1260h");
  }

  @Test
  void theOperatorMayLoadWhatIsNotVerifiedButNeverAWithdrawnList() throws ConfigException {
    Regimes regimes = ShippedPolicy.regimes(true);
    assertThat(regimes.off().stream().map(o -> o.regime().id())).containsExactly("ua-nacp");
    assertThat(regimes.find("us-1260h").orElseThrow().verified()).isFalse();
  }

  @Test
  void aFileIsNamedAfterItsRegimeAndCitesItsInstrument() throws ConfigException {
    Regimes regimes = ShippedPolicy.regimes(true);
    List<String> ids =
        Stream.concat(regimes.on().stream(), regimes.off().stream().map(Regimes.Off::regime))
            .map(r -> "regimes/" + r.id() + ".yaml")
            .toList();
    assertThat(ShippedPolicy.files("regimes").stream().map(DataFile::name))
        .containsExactlyInAnyOrderElementsOf(ids);
    for (Regime regime : regimes.on()) {
      if (regime.isJudged()) {
        assertThat(regime.citation()).as(regime.id()).isNotBlank().isNotEqualTo("none");
        assertThat(regime.sources()).as(regime.id()).isNotEmpty();
      }
    }
  }

  @Test
  void onlyTheseJudgeWhereANetworkNamesNone() throws ConfigException {
    assertThat(ShippedPolicy.regimes(false).on().stream().filter(Regime::byDefault))
        .extracting(Regime::id)
        .containsExactly(
            "uk-removal-timeline",
            "uk-wms-2022-11-24",
            "us-889-a1A",
            "us-889-a1B",
            "us-889-component-hisilicon",
            "us-entity-list-2019-10-09",
            "us-entity-list-other");
  }

  @Test
  void contextNeverRestricts() throws ConfigException {
    for (Regime regime : ShippedPolicy.regimes(true).on()) {
      if (regime.kind() == RegimeKind.EXPORT_CONTROL_NAMED_LIST) {
        assertThat(regime.limbs())
            .allSatisfy(
                l -> assertThat(l.met()).isEqualTo(org.camsweep.policy.Verdict.NOT_ASSESSED));
      }
    }
  }

  @Test
  void backgroundKnowledgeAloneIsNeverMarkedVerified() throws ConfigException {
    for (Entity entity : ShippedPolicy.entities().all()) {
      if (entity.source().equals("background knowledge; no source seen")) {
        assertThat(entity.verified()).as(entity.id()).isEqualTo(Mark.FALSE);
      }
    }
    assertThat(ShippedPolicy.entities().all()).hasSize(162);
  }
}
