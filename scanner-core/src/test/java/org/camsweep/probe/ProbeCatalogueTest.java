package org.camsweep.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camsweep.probe.spi.Probe;
import org.junit.jupiter.api.Test;

class ProbeCatalogueTest {
  @Test
  void namesAreUniqueAndEachProbeSaysWhatItIs() {
    List<String> names = ProbeCatalogue.all().stream().map(p -> p.id().name()).toList();
    assertThat(names).doesNotHaveDuplicates().contains("wsd");
    assertThat(ProbeCatalogue.all())
        .allSatisfy(p -> assertThat(p.about().title()).isNotBlank())
        .allSatisfy(p -> assertThat(p.fields()).isNotEmpty());
  }

  @Test
  void whatRestsOnOneLineageIsOffByDefault() {
    assertThat(ProbeCatalogue.byDefault())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.about().confidence()).isNotEqualTo(Probe.Confidence.SINGLE));
  }

  @Test
  void wordsChangeTheDefault() throws UnknownProbeException {
    assertThat(ProbeCatalogue.select(List.of())).isEqualTo(ProbeCatalogue.byDefault());
    assertThat(ProbeCatalogue.select(List.of("-wsd")))
        .hasSize(ProbeCatalogue.byDefault().size() - 1);
    assertThat(ProbeCatalogue.select(List.of("wsd"))).hasSize(1);
    assertThat(ProbeCatalogue.select(List.of("-wsd", "+wsd")))
        .isEqualTo(ProbeCatalogue.byDefault());
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheKnown() {
    assertThatThrownBy(() -> ProbeCatalogue.select(List.of("+nosuch")))
        .isInstanceOf(UnknownProbeException.class)
        .hasMessageContaining("'nosuch'")
        .hasMessageContaining("wsd");
  }
}
