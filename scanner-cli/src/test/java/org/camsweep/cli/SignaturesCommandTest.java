package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs of signatures: tested, added to, installed from a file that the openssl program signed. */
class SignaturesCommandTest {
  private static final String OWN =
      """
      maker: mycam
      name: My Cameras Ltd
      tradeNames: [MyCam]
      signatures:
        - id: mycam-title
          field: http.title
          pattern: '^MyCam (?P<model>[A-Z]-\\d+)$'
          evidence: platform
          verified: true
          claims: { brand: MyCam, device: camera }
          source: 'own bench'
          examples: [ { text: 'MyCam C-20', model: 'C-20' } ]
          nonExamples: [ 'MyCam' ]
      """;
  private static final String HEARD =
      "{\"address\":\"10.0.0.9\",\"probe\":\"http\",\"facts\":{\"http.title\":[\"MyCam C-20\"]}}\n";

  @TempDir Path folder;
  private Map<String, String> home;

  @BeforeEach
  void aHomeOfItsOwn() {
    home = Map.of("HOME", folder.resolve("home").toString());
  }

  private Path own(String text) throws IOException {
    Path file = folder.resolve("own/makers/mycam.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return folder.resolve("own");
  }

  private Typed identify(String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("heard.ndjson"), HEARD);
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"identify", file.toString(), "-o", "json=-"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Typed.camsweep(home, words);
  }

  @Test
  void ownSignaturesAreTestedLikeTheShippedOnes() throws Exception {
    Typed good = Typed.camsweep(home, "signatures", "test", own(OWN).toString());
    assertThat(good.err()).isEmpty();
    assertThat(good.code()).isZero();
    Path bad = own(OWN.replace("^MyCam (?P<model>[A-Z]-\\d+)$", "(?P<model>[A-Z]-\\d+|Apache)"));
    Typed typed = Typed.camsweep(home, "signatures", "test", bad.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("mycam.yaml:5: mycam-title: takes the ordinary text");
    Path unsaid = own(OWN.replace("http.title", "http.titel"));
    assertThat(Typed.camsweep(home, "signatures", "test", unsaid.toString()).err())
        .contains("no probe says the field http.titel");
  }

  @Test
  void ownSignaturesAddToAndReplaceTheShippedOnes() throws Exception {
    assertThat(identify().out()).doesNotContain("\"mycam\"");
    Typed added = identify("--signatures", own(OWN).toString());
    assertThat(added.out()).contains("\"mycam\"", "with own files from");
    // A file of the same name stands in place of the shipped one.
    Path axis = folder.resolve("own/makers/axis.yaml");
    Files.writeString(axis, OWN.replace("mycam", "axis").replace("My Cameras Ltd", "Not Axis"));
    Typed replaced = Typed.camsweep(home, "signatures", "ls", "--signatures", own(OWN).toString());
    assertThat(replaced.out()).containsPattern("axis +1 .*Not Axis");
  }

  private static void openssl(Path in, String... words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(in.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(in.resolve("said"))).isZero();
  }

  private void pack(String name, String version) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      Map<String, String> files =
          Map.of("pack.yaml", "version: " + version + "\n", "makers/mycam.yaml", OWN);
      for (String file : files.keySet()) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(files.get(file).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    openssl(
        folder,
        "openssl",
        "pkeyutl",
        "-sign",
        "-rawin",
        "-inkey",
        "office.key",
        "-in",
        name,
        "-out",
        name + ".sig");
  }

  /** The maintainer's recipe of fingerprints/README.md, with the openssl program itself. */
  @Test
  void aPackSignedByOpensslIsInstalledUsedAndReported() throws Exception {
    Tools.need("openssl");
    openssl(folder, "openssl", "genpkey", "-algorithm", "ed25519", "-out", "office.key");
    openssl(folder, "openssl", "pkey", "-in", "office.key", "-pubout", "-out", "office.pem");
    pack("new.zip", "2999.1");
    String file = folder.resolve("new.zip").toString();
    String key = folder.resolve("office.pem").toString();

    Typed untrusted = Typed.camsweep(home, "signatures", "install", file);
    assertThat(untrusted.code()).isEqualTo(2);
    assertThat(untrusted.err()).contains("no key says whose packs are trusted");
    assertThat(Typed.camsweep(home, "signatures", "verify", file, "--key", key).out())
        .contains("signed by the key with SHA-256", "version 2999.1");
    assertThat(identify().out()).doesNotContain("\"mycam\"");

    Typed installed = Typed.camsweep(home, "signatures", "install", file, "--key", key);
    assertThat(installed.err()).isEmpty();
    assertThat(installed.out()).contains("installed pack 2999.1");
    assertThat(Typed.camsweep(home, "signatures", "ls").out())
        .contains("pack 2999.1", "installed in", "signed by the key with SHA-256");
    assertThat(identify().out())
        .contains("2999.1 sha256:", "\"mycam\"", "signed by the key with SHA-256");

    pack("old.zip", "2998.1");
    String old = folder.resolve("old.zip").toString();
    Typed refused = Typed.camsweep(home, "signatures", "install", old, "--key", key);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("2998.1 is older than 2999.1").doesNotContain("\n\n");
    assertThat(
            Typed.camsweep(home, "signatures", "install", old, "--key", key, "--allow-older").out())
        .contains("installed pack 2998.1");
    assertThat(Typed.camsweep(home, "signatures", "uninstall").out()).contains("removed");
    assertThat(identify().out()).contains("that came with the program").doesNotContain("\"mycam\"");
  }

  @Test
  void aPackThatIsNamedIsUsedAndSaidToBeUnsigned() throws Exception {
    Path named = own(OWN);
    Files.writeString(named.resolve("pack.yaml"), "version: 1.0\n");
    assertThat(identify("--pack", named.toString()).out())
        .contains("1.0 sha256:", "\"mycam\"", "named: " + named + ", not signed");
    home = Map.of("HOME", folder.toString(), "CAMSWEEP_PACK", named.toString());
    assertThat(identify().out()).contains("1.0 sha256:", "not signed");
  }
}
