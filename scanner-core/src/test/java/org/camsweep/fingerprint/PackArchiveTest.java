package org.camsweep.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camsweep.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive may bring, read from a file and from memory alike. */
class PackArchiveTest {
  private static final int MIB = 1024 * 1024;

  @TempDir Path folder;

  private interface Filling {
    void into(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "pack.yaml", "version: 2026.1.1\n".getBytes(StandardCharsets.UTF_8));
      filling.into(zip);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private void refused(byte[] archive, String says) throws IOException {
    Path file = Files.write(folder.resolve("p.zip"), archive);
    assertThatThrownBy(() -> PackFiles.open(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(says);
    assertThatThrownBy(() -> PackFiles.openBytes("p.zip", archive))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(says);
  }

  @Test
  void aGoodOneIsReadAlikeBothWays() throws Exception {
    byte[] archive = zip(z -> entry(z, "makers/acme.yaml", new byte[] {'#'}));
    Path file = Files.write(folder.resolve("p.zip"), archive);
    assertThat(PackFiles.openBytes("p.zip", archive).hash()).isEqualTo(PackFiles.open(file).hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.yaml", "a/../../x", "/etc/x", "C:/x", "a\\b", "a//b", "a\u0001b", "a b"})
  void aNameThatLeavesThePackIsRefused(String name) throws Exception {
    refused(zip(z -> entry(z, name, new byte[1])), "no plain name of its own");
  }

  @Test
  void aFileThatUnpacksBeyondEightMibIsRefusedHoweverSmallItIsPacked() throws Exception {
    byte[] archive = zip(z -> entry(z, "a.yaml", new byte[9 * MIB]));
    assertThat(archive.length).isLessThan(MIB / 8);
    refused(archive, "larger than 8 MiB");
  }

  @Test
  void aBombIsRefusedAtTheLimitForAll() throws Exception {
    byte[] archive =
        zip(
            z -> {
              for (int i = 0; i < 18; i++) {
                entry(z, "a" + i + ".yaml", new byte[8 * MIB]);
              }
            });
    refused(archive, "20,000 files or 128 MiB");
  }

  @Test
  void tooManyFilesAreRefused() throws Exception {
    byte[] archive =
        zip(
            z -> {
              for (int i = 0; i < 20_001; i++) {
                entry(z, "a" + i, new byte[0]);
              }
            });
    refused(archive, "20,000 files");
  }

  @Test
  void whatIsNoZipFileIsRefused() throws Exception {
    assertThatThrownBy(() -> PackFiles.openBytes("p.zip", new byte[] {'P', 'K', 3, 4, 0}))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> PackFiles.openBytes("p.zip", new byte[100]))
        .hasMessageContaining("pack.yaml at its top");
    byte[] good = zip(z -> entry(z, "makers/acme.yaml", new byte[5_000]));
    for (int cut : new int[] {0, 1, 30, 60, 120}) {
      assertThatThrownBy(() -> PackFiles.openBytes("p.zip", java.util.Arrays.copyOf(good, cut)))
          .isInstanceOf(ConfigException.class);
    }
  }
}
