package org.camsweep.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camsweep.config.ConfigException;
import org.camsweep.export.spi.Outsider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands that docs/evidence.md gives to a reader without camsweep. */
class DocumentedCheckTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh( \\w+)?\\n(.*?)^```$");

  @TempDir private Path home;
  private Path store;

  @BeforeEach
  void makeResults() throws ConfigException {
    store = Folders.keyStore(home.resolve("office.p12"), "office", "-keyalg", "Ed25519");
    Folders.certificate(store, "office", home.resolve("office.crt"));
    Path earlier = Folders.result(home.resolve("earlier"), "scan-0");
    Seal.of(earlier).set("scan-0", Optional.empty(), Optional.empty());
    Path folder = Folders.result(home.resolve("out"), "scan-1");
    Folders.add(folder, "report.csv", "a,b\r\n");
    seal("office");
  }

  private void seal(String alias) throws ConfigException {
    Seal.of(home.resolve("out"))
        .set(
            "scan-1", Optional.of(home.resolve("earlier")), Optional.of(Folders.key(store, alias)));
  }

  /** The commands of the page; those marked with a word only if it is one of {@code marks}. */
  private static List<String> commands(String... marks) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("..", "docs", "evidence.md")))
        .results()
        .filter(m -> m.group(1) == null || List.of(marks).contains(m.group(1).strip()))
        .map((MatchResult m) -> m.group(2))
        .toList();
  }

  private Outsider.Said run(String command) {
    return Outsider.run(
        new byte[0], "bash", "-c", "cd '" + home + "' && set -o pipefail; " + command);
  }

  @Test
  void everyCommandHoldsForASignedResult() throws IOException {
    List<String> commands = commands("chain");
    assertThat(commands).hasSize(6);
    for (String command : commands) {
      assertThat(run(command)).as(command).extracting(Outsider.Said::code).isEqualTo(0);
    }
    assertThat(run(commands.get(3)).output().lines()).hasSize(7).allMatch(l -> l.endsWith(": OK"));
    assertThat(run(commands.get(4)).output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/report.csv", "out/observations.ndjson", "out/manifest.json"})
  void aChangedByteMakesOneFail(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(home.resolve(file));
    bytes[bytes.length - 2] ^= 1;
    Files.write(home.resolve(file), bytes);
    assertThat(commands()).anyMatch(command -> run(command).code() != 0);
  }

  @Test
  void anAddedFileIsPrintedAndABrokenChainFails() throws IOException {
    Files.writeString(home.resolve("out/added.txt"), "x");
    List<String> commands = commands("chain");
    assertThat(run(commands.get(4)).output()).isEqualTo("added.txt\n");
    Files.writeString(home.resolve("earlier/manifest.json"), "{}");
    assertThat(run(commands.get(5)).code()).isNotZero();
  }

  @Test
  void anEllipticSignatureIsCheckedTheOtherWay() throws IOException, ConfigException {
    Folders.keyStore(store, "elliptic", "-keyalg", "EC", "-groupname", "secp256r1");
    Folders.certificate(store, "elliptic", home.resolve("office.crt"));
    seal("elliptic");
    List<String> commands = commands("ecdsa");
    assertThat(run(commands.get(0)).code()).isZero();
    assertThat(run(commands.get(2)).output()).contains("Verified OK");
    assertThat(run(commands.get(3)).code()).isZero();
  }
}
