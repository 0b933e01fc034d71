package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageGapsTest {
  private static final CoverageGaps.Count COUNT =
      new CoverageGaps.Count("lan", 1, 200, 3, List.of("fd00::/64"));

  @Test
  void whatCouldNotBeJudgedOnASensitiveNetworkIsAFinding() {
    assertThat(CoverageGaps.findings(List.of(COUNT), List.of(Given.sensitive())))
        .extracting(f -> f.limb() + " " + f.verdict())
        .containsExactly(
            "listened-only REVIEW",
            "not-asked REVIEW",
            "not-understood REVIEW",
            "silent NOT_ASSESSED");
    assertThat(CoverageGaps.findings(List.of(COUNT), List.of(Given.core()))).hasSize(4);
  }

  @Test
  void aPlainNetworkHasNone() {
    assertThat(CoverageGaps.findings(List.of(COUNT), List.of(Given.plain()))).isEmpty();
  }

  @Test
  void aNetworkWhereAllAnsweredHasNone() {
    CoverageGaps.Count all = new CoverageGaps.Count("lan", 0, 0, 0, List.of());
    assertThat(CoverageGaps.findings(List.of(all), List.of(Given.sensitive()))).isEmpty();
  }
}
