package org.camsweep.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that was sealed with a key. */
class SignatureTest {
  @TempDir private static Path keys;
  private static Path store;
  private static SigningKey office;
  private static SigningKey other;
  private static PublicKey trusted;

  @TempDir private Path home;
  private Path folder;

  @BeforeAll
  static void makeKeys() throws ConfigException {
    store = Folders.keyStore(keys.resolve("office.p12"), "office", "-keyalg", "Ed25519");
    Folders.keyStore(store, "other", "-keyalg", "EC", "-groupname", "secp256r1");
    Folders.keyStore(store, "rsa", "-keyalg", "RSA");
    office = Folders.key(store, "office");
    other = Folders.key(store, "other");
    trusted = PublicKeys.read(Folders.certificate(store, "office", keys.resolve("office.pem")));
  }

  @BeforeEach
  void seal() throws ConfigException {
    folder = Folders.result(home.resolve("out"), "scan-1");
    Seal.of(folder).set("scan-1", Optional.empty(), Optional.of(office));
  }

  private Verification verify(Optional<PublicKey> key) throws IOException {
    return Verifier.verify(folder, key, Optional.empty());
  }

  @Test
  void theSignatureHolds() throws IOException {
    assertThat(folder.resolve("manifest.json.sig")).hasSize(64);
    assertThat(verify(Optional.of(trusted)).faults()).isEmpty();
    assertThat(verify(Optional.of(trusted)).remarks())
        .singleElement()
        .asString()
        .startsWith("signed by the key given, CN=Inspection office, key SHA-256 ");
    assertThat(verify(Optional.empty()).faults()).isEmpty();
    assertThat(verify(Optional.empty()).remarks())
        .singleElement()
        .asString()
        .contains("only --public-key can tell");
  }

  @Test
  void aChangedManifestOrSignatureDoesNot() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("scan-1", "scan-2"));
    assertThat(verify(Optional.empty()).faults()).singleElement().asString().contains("not fit");
    Files.writeString(manifest, text);
    Path signature = folder.resolve("manifest.json.sig");
    byte[] bytes = Files.readAllBytes(signature);
    bytes[40] ^= 1;
    Files.write(signature, bytes);
    assertThat(verify(Optional.empty()).faults()).singleElement().asString().contains("not fit");
    Files.delete(signature);
    assertThat(verify(Optional.empty()).faults())
        .containsExactly("manifest.json.sig is missing, or is no signature");
  }

  @Test
  void aSealThatWasRenewedWithoutTheKeyIsFound() throws IOException, ConfigException {
    Files.writeString(folder.resolve("report.json"), "{\"forged\":1}");
    Seal.of(folder).set("scan-1", Optional.empty(), Optional.empty());
    assertThat(verify(Optional.of(trusted)).faults())
        .containsExactly(
            "manifest.json is not signed", "manifest.json.sig was added: no manifest names it");
    Seal.of(folder).set("scan-1", Optional.empty(), Optional.of(other));
    assertThat(verify(Optional.of(trusted)).faults())
        .singleElement()
        .asString()
        .startsWith("manifest.json is signed by another key, SHA-256 ");
  }

  @Test
  void onlyTheSignerAddsToASignedResult() throws IOException, ConfigException {
    assertThatThrownBy(() -> Seal.of(folder).checkAdding(Optional.empty()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("give the same key with --sign");
    assertThatThrownBy(() -> Seal.of(folder).checkAdding(Optional.of(other)))
        .hasMessageContaining("give the same key with --sign");
    Folders.add(folder, "report.csv", "x");
    Seal.of(folder).add(Optional.of(office));
    assertThat(verify(Optional.of(trusted)).faults()).isEmpty();
    Files.delete(folder.resolve("manifest-2.json.sig"));
    assertThat(verify(Optional.of(trusted)).faults())
        .containsExactly("manifest-2.json.sig is missing, or is no signature");
    byte[] first = Files.readAllBytes(folder.resolve("manifest.json"));
    Files.write(
        folder.resolve("manifest-2.json"),
        ManifestJson.bytes(
            new Manifest(
                "scan-1",
                Optional.empty(),
                Optional.of(FolderFiles.sha256(first)),
                Optional.empty(),
                java.util.List.of(FolderFiles.seal(folder, "report.csv")))));
    assertThat(verify(Optional.empty()).faults())
        .containsExactly("manifest-2.json is not signed by the key of manifest.json");
  }

  @Test
  void anEllipticKeySignsToo() throws IOException, ConfigException {
    Path next = Folders.result(home.resolve("next"), "scan-2");
    Seal.of(next).set("scan-2", Optional.of(folder), Optional.of(other));
    PublicKey key = PublicKeys.read(Folders.certificate(store, "other", home.resolve("other.pem")));
    assertThat(Verifier.verify(next, Optional.of(key), Optional.of(folder)).faults()).isEmpty();
  }

  @Test
  void aKeyThatCannotBeUsedIsOneLineWithACure() {
    assertThatThrownBy(() -> Folders.key(store, "nobody"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("holds no key called 'nobody'; use one of: office, other, rsa");
    assertThatThrownBy(() -> Folders.key(store, "rsa"))
        .hasMessageContaining("is neither Ed25519 nor on the curve P-256");
    assertThatThrownBy(() -> KeyStoreReader.read(store + "#office", "wrong".toCharArray()))
        .hasMessageContaining("does not open with this password");
    assertThatThrownBy(() -> KeyStoreReader.read(keys + "/none.p12#x", new char[0]))
        .hasMessageContaining("check the path");
    assertThatThrownBy(() -> KeyStoreReader.read("office.p12", new char[0]))
        .hasMessageContaining("write KEYSTORE#ALIAS");
    assertThatThrownBy(() -> KeyStoreReader.read("pkcs11:/none.cfg#x", new char[0]))
        .hasMessageContaining("configures no token");
    assertThatThrownBy(() -> PublicKeys.read(store))
        .hasMessageContaining("holds no Ed25519 or P-256 public key");
  }
}
