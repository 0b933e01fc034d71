package org.camsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed pack is installed whole or not at all. */
class PackStoreTest {
  @TempDir Path folder;
  private PackStore store;
  private KeyPair key;
  private PackFiles shipped;

  @BeforeEach
  void makeAKey() throws Exception {
    store = new PackStore(folder.resolve("store"));
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    shipped = PackFiles.open(pack("2026.11.1", "a"));
  }

  private Path pack(String version, String maker) throws IOException {
    Path file = folder.resolve("pack-" + version + maker + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "pack.yaml", "version: " + version + "\n");
      entry(zip, "makers/" + maker + ".yaml", "maker: " + maker + "\nname: " + maker + "\n");
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Path signed(Path file) throws IOException, GeneralSecurityException {
    Signature sign = Signature.getInstance("Ed25519");
    sign.initSign(key.getPrivate());
    sign.update(Files.readAllBytes(file));
    return Files.write(Path.of(file + ".sig"), sign.sign());
  }

  private void install(Path file, boolean older) throws Exception {
    PackFiles inUse = store.current(shipped).map(PackOrigin::files).orElse(shipped);
    store.install(file, signed(file), List.of(key.getPublic()), inUse, older);
  }

  private String version() throws ConfigException {
    return store.current(shipped).map(PackOrigin::files).orElse(shipped).version();
  }

  private void refused(String says, Path file, Path signature) throws Exception {
    String before = version();
    assertThatThrownBy(
            () -> store.install(file, signature, List.of(key.getPublic()), shipped, false))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(says);
    assertThat(version()).as("nothing is changed").isEqualTo(before);
  }

  @Test
  void aNewerPackIsInstalledUsedAndRemovedAgain() throws Exception {
    assertThat(store.current(shipped)).isEmpty();
    install(pack("2026.12.0", "b"), false);
    PackOrigin origin = store.current(shipped).orElseThrow();
    assertThat(origin.files().version()).isEqualTo("2026.12.0");
    assertThat(origin.line()).contains("installed in", "signed by the key with SHA-256");
    install(pack("2026.12.1", "b"), false);
    assertThat(version()).isEqualTo("2026.12.1");
    try (Stream<Path> left = Files.list(folder.resolve("store"))) {
      assertThat(left.count()).as("one pack and the pointer").isEqualTo(2);
    }
    assertThat(store.uninstall()).isTrue();
    assertThat(store.uninstall()).isFalse();
    assertThat(version()).isEqualTo("2026.11.1");
  }

  @Test
  void anOlderPackIsRefusedUnlessItIsMeant() throws Exception {
    install(pack("2026.12.10", "b"), false);
    Path older = pack("2026.12.9", "b");
    assertThatThrownBy(() -> install(older, false))
        .hasMessageContaining("2026.12.9 is older than 2026.12.10");
    assertThat(version()).isEqualTo("2026.12.10");
    install(older, true);
    assertThat(version()).isEqualTo("2026.12.9");
    Path oldest = pack("2025.1", "b");
    install(oldest, true);
    assertThat(version()).as("older than the shipped one, on purpose").isEqualTo("2025.1");
  }

  @Test
  void otherContentUnderTheSameVersionIsRefused() throws Exception {
    Path file = pack("2026.11.1", "other");
    refused("is in use with other content", file, signed(file));
  }

  @Test
  void aProgramWithANewerPackUsesItsOwn() throws Exception {
    install(pack("2026.12.0", "b"), false);
    assertThat(store.current(PackFiles.open(pack("2027.1", "c")))).isEmpty();
  }

  @Test
  void everyFlippedByteAndEveryCutIsRefused() throws Exception {
    Path file = pack("2026.12.0", "b");
    Path signature = signed(file);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i += 7) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(file, flipped);
      refused("is not that of a trusted key", file, signature);
      Files.write(file, Arrays.copyOf(whole, i));
      refused("is not that of a trusted key", file, signature);
    }
    Files.write(file, whole);
    byte[] good = Files.readAllBytes(signature);
    for (int i = 0; i < good.length; i++) {
      byte[] flipped = good.clone();
      flipped[i] ^= 4;
      Files.write(signature, flipped);
      refused("is not that of a trusted key", file, signature);
    }
    Files.write(signature, Arrays.copyOf(good, 63));
    refused("is not that of a trusted key", file, signature);
    Files.write(signature, new byte[2_000]);
    refused("is too large", file, signature);
    Files.delete(signature);
    refused("does not exist", file, signature);
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    Path file = pack("2026.12.0", "b");
    Path signature = signed(file);
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    refused("is not that of a trusted key", file, signature);
  }

  @Test
  void aSignedPackThatCannotBeReadIsRefused() throws Exception {
    Path file = pack("2026.12.0", "b");
    Files.write(file, "no zip".getBytes(StandardCharsets.UTF_8));
    refused("pack.yaml at its top", file, signed(file));
    Path odd = pack("tomorrow", "b");
    refused("is not a version", odd, signed(odd));
    Path slip = folder.resolve("slip.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
      entry(zip, "pack.yaml", "version: 2026.12\n");
      entry(zip, "../../evil.yaml", "x");
    }
    refused("no plain name", slip, signed(slip));
    Path bad = folder.resolve("bad.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bad))) {
      entry(zip, "pack.yaml", "version: 2026.12\n");
      entry(zip, "makers/acme.yaml", "maker: acme\nnaem: x\n");
    }
    refused("acme.yaml", bad, signed(bad));
    Path registry = folder.resolve("registry.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(registry))) {
      entry(zip, "pack.yaml", "version: 2026.12\n");
      entry(zip, "registry/prefixes.tsv.gz", "no gzip");
    }
    refused("is not a gzip file", registry, signed(registry));
  }

  @Test
  void whatIsChangedAfterItWasInstalledIsNotUsed() throws Exception {
    install(pack("2026.12.0", "b"), false);
    try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
      Path kept = all.filter(p -> p.endsWith("pack.zip")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(kept);
      bytes[bytes.length / 2] ^= 1;
      Files.write(kept, bytes);
    }
    assertThatThrownBy(this::version).hasMessageContaining("was changed since it was installed");
    Files.writeString(folder.resolve("store/current"), "../../elsewhere\n");
    assertThatThrownBy(this::version).hasMessageContaining("names no pack");
    assertThat(store.uninstall()).isTrue();
    assertThat(version()).isEqualTo("2026.11.1");
  }

  @Test
  void verifyingInstallsNothing() throws Exception {
    Path file = pack("2026.12.0", "b");
    PackOrigin origin = PackStore.verify(file, signed(file), List.of(key.getPublic()));
    assertThat(origin.line()).contains("from " + file, "signed by");
    assertThat(store.current(shipped)).isEmpty();
  }
}
