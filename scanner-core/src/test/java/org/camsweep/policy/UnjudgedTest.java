package org.camsweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.DeviceKind;
import org.camsweep.fingerprint.PackText;
import org.camsweep.identify.Level;
import org.camsweep.site.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no regime says a word of, and the inspection must. */
class UnjudgedTest {
  private static List<Finding> judge(Network network, Given.Box... boxes) throws ConfigException {
    return PolicyTest.policy(PolicyTest.TODAY, PolicyTest.NAMES)
        .judge(Arrays.stream(boxes).map(Given.Box::judged).toList(), List.of(network));
  }

  @Test
  void anUnidentifiedCameraIsForReviewWhereTheOnlyRegimeDoesNotBite() throws ConfigException {
    assertThat(judge(Given.core(), Given.camera()))
        .extracting(f -> f.regime() + ":" + f.limb())
        .containsExactly("identification:not-identified", "names-rule:elsewhere");
    assertThat(judge(Given.core(), Given.camera()).get(0).settle())
        .contains("a reply particular to one maker's platform");
    assertThat(judge(Given.plain(), Given.camera()))
        .extracting(Finding::limb)
        .containsExactly("elsewhere");
    assertThat(judge(Given.core(), Given.camera().by(Level.LIKELY, PolicyTest.BLU)))
        .extracting(Finding::limb)
        .doesNotContain("not-identified");
  }

  @Test
  void devicesOfUnknownKindAndMakerAreCountedByNetwork() throws ConfigException {
    Given.Box one = Given.of(DeviceKind.UNKNOWN);
    Given.Box two = Given.of(DeviceKind.UNKNOWN).by(Level.POSSIBLE, PolicyTest.BLU).at("10.0.0.8");
    assertThat(counted(one)).startsWith("1 device on network lan answered");
    assertThat(counted(one, two)).startsWith("2 devices on network lan answered");
    assertThat(counted(one, Given.of(DeviceKind.UNKNOWN).by(Level.LIKELY, PolicyTest.BLU)))
        .as("whose maker is known")
        .startsWith("1 device ");
    assertThat(counted(one, Given.of(DeviceKind.UNKNOWN).outside())).startsWith("1 device ");
    assertThat(counted(Given.of(DeviceKind.OTHER))).isEmpty();
    List<Network> networks =
        List.of(Given.sensitive(), Given.network("other", true, false, Optional.empty()));
    assertThat(Unjudged.of(List.of(one.judged()), networks))
        .extracting(Finding::network)
        .containsExactly("lan");
    assertThat(Unjudged.of(List.of(one.judged()), List.of(Given.plain()))).isEmpty();
  }

  private static String counted(Given.Box... boxes) throws ConfigException {
    return judge(Given.sensitive(), boxes).stream()
        .filter(f -> f.limb().equals("kind-unknown"))
        .map(Finding::because)
        .findFirst()
        .orElse("");
  }

  @Test
  void addressesAreCountedInWords() {
    CoverageGaps.Count count = new CoverageGaps.Count("lan", 1, 0, 2, List.of());
    assertThat(CoverageGaps.findings(List.of(count), List.of(Given.sensitive())))
        .extracting(Finding::because)
        .containsExactly(
            "Network lan: not asked, or not to the end: 2 addresses.",
            "Network lan: a host that said nothing that was understood: 1 address. It may be a"
                + " camera.");
  }

  @Test
  void findingsStandWorstFirstThenByNetworkRegimeLimbAndDevice() throws ConfigException {
    List<Given.Box> boxes = new ArrayList<>();
    boxes.add(Given.camera().by(Level.LIKELY, PolicyTest.RED).at("10.0.0.9"));
    boxes.add(Given.camera().by(Level.LIKELY, PolicyTest.RED).at("10.0.0.8"));
    boxes.add(Given.camera().at("10.0.0.7"));
    assertThat(judge(Given.sensitive(), boxes.toArray(Given.Box[]::new)))
        .extracting(Finding::id)
        .containsExactly(
            "names-rule:f-3-B:lan:10.0.0.8",
            "names-rule:f-3-B:lan:10.0.0.9",
            "names-rule:f-3-B:lan:10.0.0.7");
  }

  @Test
  void aPacksRegimesAndCompaniesAreReadFromTheirFolders(@TempDir Path folder)
      throws ConfigException {
    PolicyData data =
        PolicyData.read(
            new PackText()
                .file("regimes/a.yaml", PolicyTest.LAW)
                .file(
                    "regimes/b.yaml",
                    PolicyTest.NAMES.replace("verified: true\nrule", "verified: false\nrule"))
                .file("entities/e.yaml", PolicyTest.ENTITIES)
                .in(folder),
            false);
    assertThat(data.regimes().on()).extracting(Regime::id).containsExactly("home-rule");
    assertThat(data.regimes().off()).extracting(o -> o.regime().id()).containsExactly("names-rule");
    assertThat(data.regimes().on().get(0).version()).startsWith("2026.1.1; regime sha256:");
    assertThat(data.entities().all()).hasSize(5);
    assertThat(new Policy(data.regimes(), data.entities(), PolicyTest.TODAY).asOf())
        .isEqualTo(PolicyTest.TODAY);
  }
}
