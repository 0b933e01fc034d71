package org.camsweep.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.export.spi.Outsider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A key that never leaves its token, here OpenDNSSEC's SoftHSM. The library reads its settings from
 * the environment, so the signing runs in a Java of its own.
 */
class TokenTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "1234";

  @TempDir private Path home;

  private Map<String, String> environment() {
    return Map.of("SOFTHSM2_CONF", home.resolve("softhsm.conf").toString());
  }

  private void makeToken() throws IOException {
    Files.createDirectory(home.resolve("tokens"));
    Files.writeString(
        home.resolve("softhsm.conf"),
        "directories.tokendir = " + home.resolve("tokens") + "\nlog.level = ERROR\n");
    Files.writeString(
        home.resolve("token.cfg"), "name = test\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    List<String> init =
        List.of(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "office",
            "--so-pin",
            PIN,
            "--pin",
            PIN);
    Folders.run(environment(), init);
    keytool(
        "-genkeypair",
        "-alias",
        "office",
        "-dname",
        "CN=Token",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1");
    keytool("-exportcert", "-rfc", "-alias", "office", "-file", home.resolve("o.pem").toString());
  }

  private void keytool(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-keystore",
            "NONE",
            "-storetype",
            "PKCS11",
            "-storepass",
            PIN,
            "-providerClass",
            "sun.security.pkcs11.SunPKCS11",
            "-providerArg",
            home.resolve("token.cfg").toString()));
    Folders.run(environment(), command);
  }

  private String seal(Path folder, String pin) {
    return Folders.run(
        environment(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Signer.class.getName(),
            folder.toString(),
            "pkcs11:" + home.resolve("token.cfg") + "#office",
            pin));
  }

  /** What runs beside the test. */
  static final class Signer {
    private Signer() {}

    public static void main(String[] words) throws ConfigException {
      SigningKey key = KeyStoreReader.read(words[1], words[2].toCharArray());
      Seal.of(Path.of(words[0])).set("scan-1", Optional.empty(), Optional.of(key));
    }
  }

  @Test
  void theTokenSigns() throws IOException, ConfigException {
    Outsider.need(LIBRARY, "softhsm2");
    makeToken();
    Path folder = Folders.result(home.resolve("out"), "scan-1");
    seal(folder, PIN);
    PublicKey key = PublicKeys.read(home.resolve("o.pem"));
    Verification found = Verifier.verify(folder, Optional.of(key), Optional.empty());
    assertThat(found.faults()).isEmpty();
    assertThat(found.remarks()).anyMatch(r -> r.contains("CN=Token"));
    assertThatThrownBy(() -> seal(folder, "9999"))
        .hasMessageContaining("check CAMSWEEP_SIGN_PASSWORD, the PIN");
  }
}
