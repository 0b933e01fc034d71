package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer reads when somebody asks why. */
class ExplainAndListsTest {
  @TempDir private Path folder;

  private Path judged() throws ConfigException {
    Path result = folder.resolve("out");
    StoredResult.write(result, true, "V5.5.6");
    Typed.camsweep("identify", result.toString(), "-o", "json");
    return result;
  }

  @Test
  void aFindingIsExplainedWithItsTextItsReasonsAndItsEvidence() throws ConfigException {
    String result = judged().toString();
    Typed typed = Typed.camsweep("explain", JudgingTest.UK, result);
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out())
        .contains("verdict: restricted", "why: Its maker is ", "citation: ", "it says: ")
        .contains("read in primary form: ", "date of the instrument: 2022-11-24", "data: ")
        .contains("a scan cannot see: ", "the device:", "decided by: ", "for: platform of ")
        .contains("not legal advice")
        .doesNotContain("made by other data");
    assertThat(Typed.camsweep("explain", result, JudgingTest.UK).out()).isEqualTo(typed.out());
    Typed none = Typed.camsweep("explain", "no:such:finding", result);
    assertThat(none.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(none.err()).contains("is called 'no:such:finding'; use an address");
  }

  @Test
  void aDeviceIsExplainedAndItsWordsCannotMoveTheCursor() throws ConfigException {
    Typed typed = Typed.camsweep("explain", "10.0.0.2", judged().toString());
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("decided by: ", "review: ", "not legal advice")
        .doesNotContain("\u001b", "\u202e");
    assertThat(Typed.camsweep("explain", "10.0.0.1\u001b[2J", folder + "/out").err())
        .doesNotContain("\u001b");
  }

  @Test
  void aFindingOfAnotherPackSaysSo() throws Exception {
    Path file = judged().resolve("report.json");
    Files.writeString(
        file, Files.readString(file).replaceAll("regime sha256:[0-9a-f]+", "regime sha256:0000"));
    assertThat(Typed.camsweep("explain", JudgingTest.UK, file.toString()).out())
        .contains("made by other data than");
  }

  private Path pack(String name, String entity, String rule) throws IOException {
    Path pack = Files.createDirectory(folder.resolve(name));
    Files.writeString(pack.resolve("pack.yaml"), "version: " + name + "\n");
    Files.createDirectory(pack.resolve("regimes"));
    Files.writeString(
        pack.resolve("regimes/own.yaml"),
        """
        regime: %s
        name: "Rule \\e[2J"
        kind: owner-rule
        citation: Standard 12
        rule: none of these
        limbs: [ { id: ours, text: ours, met: restricted, test: { names: [ { entity: %s, verified: true } ] } } ]
        """
            .formatted(rule, entity));
    Files.createDirectory(pack.resolve("entities"));
    Files.writeString(
        pack.resolve("entities/e.yaml"),
        """
        entities:
          - { id: acme, name: Acme, country: SE, prcLaw: not-subject, builds: own, verified: true, source: register }
          - { id: zeta, name: Zeta, country: SE, prcLaw: not-subject, builds: own, verified: true, source: register }
        """);
    return pack;
  }

  @Test
  void listsDiffNamesWhatChangedFromOnePackToAnother() throws IOException {
    String first = pack("v1", "acme", "house").toString();
    String second = pack("v2", "zeta", "house").toString();
    String third = pack("v3", "zeta", "office").toString();
    Typed names = Typed.camsweep("lists", "diff", first, second);
    assertThat(names.err()).isEmpty();
    assertThat(names.code()).isEqualTo(ExitCode.CHANGES);
    assertThat(names.out())
        .contains("~ house: ", "  - ours: acme", "  + ours: zeta", "1 regime changed.");
    Typed rules = Typed.camsweep("lists", "diff", second, third);
    assertThat(rules.out())
        .contains("- house is no longer switched on", "+ office is new: Rule \\x1b[2J")
        .doesNotContain("\u001b");
    assertThat(Typed.camsweep("lists", "diff", first, first).code()).isZero();
    assertThat(Typed.camsweep("lists", "diff", first).out()).contains("+ uk-wms-2022-11-24");
    assertThat(Typed.camsweep("lists", "diff", folder + "/none").code())
        .isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void aRegimeThatIsNotLoadedIsShownWithTheReason() {
    Typed off = Typed.camsweep("lists", "show", "misc-unverified");
    assertThat(off.out()).contains("data verified: no", "not loaded: not verified");
    Typed on = Typed.camsweep("lists", "show", "us-889-a1B");
    assertThat(on.out()).contains("  hikvision from ", "in force: ").doesNotContain("not loaded");
  }
}
