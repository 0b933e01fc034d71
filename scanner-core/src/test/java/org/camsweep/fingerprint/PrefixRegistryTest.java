package org.camsweep.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.Mac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixRegistryTest {
  private static final String HEAD = "# dated: 2026-08-26\n";
  private static final String LIST =
      HEAD
          + "IEEE Registration Authority\t70b3d5 0055da\n"
          + "Medium Co\t0055da1\n"
          + "Small Co\t70b3d5001\n"
          + "Large Co\t001122\n";

  @TempDir Path folder;

  private PackFiles files(byte[] registry) throws IOException, ConfigException {
    new PackText().in(folder);
    Path file = folder.resolve(PrefixRegistry.FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, registry);
    return PackFiles.open(folder);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Optional<String> name(String mac) throws Exception {
    return PackReader.read(files(packed(LIST)))
        .registry()
        .registrant(new Mac(mac))
        .map(Registrant::name);
  }

  @Test
  void theSmallestBlockThatHoldsTheAddressCounts() throws Exception {
    assertThat(name("70:b3:d5:00:1f:ff")).contains("Small Co");
    assertThat(name("70:b3:d5:00:20:00")).contains("IEEE Registration Authority");
    assertThat(name("00:55:da:1f:ff:ff")).contains("Medium Co");
    assertThat(name("00:55:da:20:00:00")).contains("IEEE Registration Authority");
    assertThat(name("00:11:22:33:44:55")).contains("Large Co");
    assertThat(name("00:11:23:33:44:55")).isEmpty();
  }

  @Test
  void theBlockIsWrittenWithItsLength() {
    assertThat(new Registrant("001122", "x").block()).isEqualTo("00:11:22/24");
    assertThat(new Registrant("0055da1", "x").block()).isEqualTo("00:55:da:1/28");
    assertThat(new Registrant("70b3d5001", "x").block()).isEqualTo("70:b3:d5:00:1/36");
  }

  @Test
  void anAddressThatWasMadeUpNamesNobody() throws Exception {
    String text = HEAD + "Nobody\t021122 011122\n";
    Pack pack = PackReader.read(files(packed(text)));
    assertThat(pack.registry().registrant(new Mac("02:11:22:00:00:01"))).isEmpty();
    assertThat(pack.registry().registrant(new Mac("01:11:22:00:00:01"))).isEmpty();
    assertThat(pack.registry().dated()).contains("2026-08-26");
  }

  @Test
  void aPackWithoutAListNamesNobody() throws Exception {
    Pack pack = new PackText().read();
    assertThat(pack.registry().registrant(new Mac("00:11:22:00:00:01"))).isEmpty();
    assertThat(pack.registry().dated()).isEmpty();
  }

  @Test
  void whatIsNoListIsAFaultWithFileLineAndCure() throws Exception {
    for (byte[] bad :
        new byte[][] {
          "no gzip".getBytes(StandardCharsets.US_ASCII),
          packed(HEAD + "Acme 001122\n"),
          packed(HEAD + "Acme\t00112\n"),
          packed(HEAD + "x".repeat(121) + "\t001122\n"),
          packed("Acme\t001122\n"),
          packed("#".repeat(PrefixRegistry.MAX_TEXT + 1)),
        }) {
      PackFiles files = files(bad);
      assertThat(PackCheck.check(files, f -> java.util.Set.of("any")).faults())
          .hasSize(1)
          .allMatch(f -> f.getMessage().contains("refresh-registry"));
      assertThatThrownBy(() -> PackReader.read(files).registry().dated())
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
