package org.camsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.journal.JournalReader;
import org.camsweep.journal.ResultFolder;
import org.camsweep.manifest.KeyStoreReader;
import org.camsweep.manifest.Seal;
import org.camsweep.manifest.SigningKey;
import org.camsweep.report.Report;
import org.camsweep.report.ReportJson;
import org.camsweep.scan.Judge;
import org.camsweep.scan.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal as a user meets it. */
class VerifyCommandTest {
  private static final String PASSWORD = "not a secret";
  private static final Map<String, String> ENVIRONMENT = Map.of("CAMSWEEP_SIGN_PASSWORD", PASSWORD);

  @TempDir private Path home;

  private Path sealed(String name, Optional<Path> previous, Optional<SigningKey> key)
      throws Exception {
    Path folder = home.resolve(name);
    StoredResult.write(folder, true, "V5.7.1");
    Report report =
        new Judge(Rules.read(Packs.shipped(), false))
            .judge(JournalReader.open(folder), Optional.empty());
    ResultFolder.write(folder.resolve(ResultFolder.REPORT), out -> ReportJson.write(report, out));
    Seal.of(folder).set("scan-1", previous, key);
    return folder;
  }

  private String store() throws Exception {
    Path store = home.resolve("office.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-keyalg", "Ed25519", "-alias", "office", "-dname", "CN=Office"));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    return store.toString();
  }

  @Test
  void saysWhereOthersCanReadAResult() throws Exception {
    Path folder = sealed("out", Optional.empty(), Optional.empty());
    assertThat(Typed.camsweep("verify", folder.toString()).out()).doesNotContain("owner's alone");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    Typed typed = Typed.camsweep("verify", folder.toString());
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("not its owner's alone: the folder's permissions are rwxr-x---", "chmod -R go=");
  }

  @Test
  void aSealedResultHoldsAndAChangedOneEndsWithTwenty() throws Exception {
    Path folder = sealed("out", Optional.empty(), Optional.empty());
    Typed good = Typed.camsweep("verify", folder.toString());
    assertThat(good.code()).isZero();
    assertThat(good.out()).contains("note    not signed").endsWith("as it was sealed: 6 files.\n");
    Files.writeString(folder.resolve("x\u001b[2J"), "x");
    Typed bad = Typed.camsweep("verify", folder.toString());
    assertThat(bad.code()).isEqualTo(20);
    assertThat(bad.out())
        .contains("WRONG   x\\x1b[2J was added")
        .endsWith("IS NOT AS IT WAS SEALED: 1 fault.\n");
    assertThat(Typed.camsweep("verify", folder + "/none").code()).isEqualTo(2);
    assertThat(Typed.camsweep("verify", home.toString()).code()).isEqualTo(20);
  }

  @Test
  void laterExportsNeitherCryWolfNorChangeWhatWasSealed() throws Exception {
    Path folder = sealed("out", Optional.empty(), Optional.empty());
    String out = folder.toString();
    assertThat(Typed.camsweep("report", out, "-o", "csv", "--fail-on", "never").code()).isZero();
    assertThat(Typed.camsweep("identify", out, "-o", "junit", "--fail-on", "never").code())
        .isZero();
    assertThat(Typed.camsweep("verify", out).out()).contains("as it was sealed: 8 files");
    Typed again = Typed.camsweep("report", out, "-o", "csv", "--overwrite");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is sealed by a manifest and is never written over");
    Typed evidence = Typed.camsweep("identify", out, "-o", "json", "--overwrite");
    assertThat(evidence.err()).contains("report.json is sealed");
    Typed manifest =
        Typed.camsweep("report", out, "--overwrite", "-o", "csv=" + out + "/manifest.json");
    assertThat(manifest.err()).contains("manifest.json is sealed");
    assertThat(Typed.camsweep("verify", out).code()).isZero();
  }

  @Test
  void aSignedResultIsAddedToBySameKeyOnly() throws Exception {
    String store = store();
    SigningKey key = KeyStoreReader.read(store + "#office", PASSWORD.toCharArray());
    String out = sealed("out", Optional.empty(), Optional.of(key)).toString();
    Typed unsigned = Typed.camsweep("report", out, "-o", "csv");
    assertThat(unsigned.code()).isEqualTo(2);
    assertThat(unsigned.err()).contains("give the same key with --sign");
    String elsewhere = "csv=" + home.resolve("elsewhere.csv");
    assertThat(Typed.camsweep("report", out, "-o", elsewhere, "--fail-on", "never").code())
        .isZero();
    String name = store + "#office";
    Typed noPassword = Typed.camsweep("report", out, "-o", "csv", "--sign", name);
    assertThat(noPassword.code()).isEqualTo(2);
    assertThat(noPassword.err()).contains("set CAMSWEEP_SIGN_PASSWORD");
    Typed wrong =
        Typed.camsweep(
            Map.of("CAMSWEEP_SIGN_PASSWORD", "no"), "report", out, "-o", "csv", "--sign", name);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("does not open with this password");
    Typed signed =
        Typed.camsweep(
            ENVIRONMENT, "report", out, "-o", "csv", "--fail-on", "never", "--sign", name);
    assertThat(signed.err()).isEmpty();
    Typed found = Typed.camsweep("verify", out);
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("says it is signed by CN=Office");
  }

  @Test
  void inspectionsAreChained() throws Exception {
    Path may = sealed("may", Optional.empty(), Optional.empty());
    Path november = sealed("november", Optional.of(may), Optional.empty());
    String folder = november.toString();
    assertThat(Typed.camsweep("verify", folder, "--previous", may.toString()).code()).isZero();
    assertThat(Typed.camsweep("verify", folder, "--previous", folder).out())
        .contains("the chain is broken");
  }
}
