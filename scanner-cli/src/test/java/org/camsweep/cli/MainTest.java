package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a user types, what comes back, and the exit code. */
class MainTest {
  @TempDir private Path folder;

  @Test
  void versionAndHelpGoToStandardOutput() {
    Typed version = Typed.camsweep("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("camsweep ").contains("Java ");
    Typed help = Typed.camsweep("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("never guesses a password", "Exit codes:", "130   interrupted");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void everyCommandExplainsItself() {
    CommandLine main = Main.commandLine(Typed.nowhere());
    assertThat(main.getSubcommands()).containsKey("site");
    main.getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(command.getCommandSpec().usageMessage().description())
                  .as("description of " + name)
                  .isNotEmpty();
              assertThat(Typed.camsweep(name, "--help").out()).as(name).contains("Usage:");
            });
  }

  @Test
  void wrongUseIsTwoShortLinesAndExitCode2() {
    Typed typed = Typed.camsweep("site", "chek");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines()).hasSize(2);
    assertThat(typed.err()).contains("chek").contains("Try 'camsweep site --help'.");
    assertThat(Typed.camsweep().code()).isEqualTo(2);
  }

  @Test
  void aTypedControlCharacterIsNotPrinted() {
    assertThat(Typed.camsweep("site", "a\u001b[2J\nb").err()).doesNotContain("\u001b");
  }

  @Test
  void theExampleSiteFileIsWell() throws IOException {
    Path file = folder.resolve("camsweep.yaml");
    Files.writeString(file, Typed.camsweep("site", "init").out());
    Typed check = Typed.camsweep("site", "check", file.toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
    assertThat(check.out())
        .contains("cctv-vlan-40  10.40.0.0/24  256 addresses, SENSITIVE: owner-decision")
        .contains("2 networks in 1 site, 640 addresses to sweep");
  }

  @Test
  void aBrokenSiteFileIsOneLineWithFileLineAndCure() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, "version: 1\nsites:\n  - id: A B\n");
    Typed check = Typed.camsweep("site", "check", file.toString());
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err().lines())
        .containsExactly(
            "camsweep: "
                + file
                + ":3: 'A B' is not an identifier at sites[0].id; use a-z, 0-9, '-', '_' and '.',"
                + " at most 64, for example cctv-vlan-40");
    assertThat(Typed.camsweep("site", "check", folder + "/none.yaml").err())
        .contains("none.yaml: does not exist; check the path");
  }

  @Test
  void aPublicNetworkIsRefusedWithExitCode3() throws IOException {
    Path file = folder.resolve("public.yaml");
    Files.writeString(
        file, "version: 1\nsites: [ { id: s, networks: [ { id: n, cidr: 8.8.8.0/24 } ] } ]\n");
    Typed check = Typed.camsweep("site", "check", file.toString());
    assertThat(check.code()).isEqualTo(3);
    assertThat(check.err()).startsWith("camsweep: refused: network n: 8.8.8.0/24 is public");
  }

  @Test
  void completionNamesTheCommands() {
    assertThat(Typed.camsweep("completion", "bash").out()).contains("site", "completion");
    assertThat(Typed.camsweep("completion", "fish").code()).isEqualTo(2);
  }

  @Test
  void listsNamesRegimesAndShowsWhatTheySay() {
    Typed ls = Typed.camsweep("lists", "ls");
    assertThat(ls.out()).contains("default     uk-wms-2022-11-24", "by name", "text only", "off");
    Typed show = Typed.camsweep("lists", "show", "uk-wms-2022-11-24");
    assertThat(show.out()).contains("citation: ", "limb sensitive-site: ", "version: ");
    assertThat(Typed.camsweep("lists", "show", "nothing").err())
        .contains("see 'camsweep lists ls'");
  }

  @Test
  void signaturesAreListedAndTested() throws IOException {
    assertThat(Typed.camsweep("signatures", "ls").out()).containsPattern("pack \\S+: \\d+ makers");
    Typed well = Typed.camsweep("signatures", "test");
    assertThat(well.err()).isEmpty();
    assertThat(well.code()).isZero();
    Path makers = Files.createDirectory(folder.resolve("makers"));
    Files.writeString(makers.resolve("acme.yaml"), "maker: acme\nnmae: Acme\n");
    Typed broken = Typed.camsweep("signatures", "test", folder.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("acme.yaml:2: unknown key 'nmae'");
  }

  @Test
  void waiversAreListedAndAnExpiredOneEndsInExitCode10() throws IOException {
    Path file = folder.resolve("waivers.yaml");
    Files.writeString(
        file,
        """
        waivers:
          - id: W-1
            finding: uk-wms-2022-11-24:sensitive-site:cctv:127.77.1.1
            reason: Replacement is ordered
            approvedBy: S. Officer
            approvedOn: 2026-01-01
            expires: 2026-06-30
        """);
    String name = file.toString();
    assertThat(Typed.camsweep("waiver", "list", name, "--as-of", "2026-06-20").out())
        .contains("W-1", "in force", "10 days left", "S. Officer");
    assertThat(Typed.camsweep("waiver", "check", name, "--as-of", "2026-06-20").code()).isZero();
    Typed expired = Typed.camsweep("waiver", "check", name, "--as-of", "2026-07-01");
    assertThat(expired.code()).isEqualTo(10);
    assertThat(expired.out()).contains("W-1", "expired");
    Files.writeString(file, "waivers: [ { id: W-1, finding: x } ]");
    assertThat(Typed.camsweep("waiver", "check", name).code()).isEqualTo(2);
  }
}
