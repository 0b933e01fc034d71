package org.camsweep.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.fingerprint.PackFiles;
import org.junit.jupiter.api.Test;

/** The pack that ships: every file is read and every check for authors is run. */
class ShippedPackTest {
  static PackFiles files() throws ConfigException {
    URL manifest = ShippedPackTest.class.getResource("/" + PackFiles.HOME + "pack.yaml");
    assertThat(manifest).as("pack.yaml on the class path").isNotNull();
    return PackFiles.open(URI.create(manifest.toString()));
  }

  static List<OrdinaryText> ordinary() throws IOException, ConfigException {
    String name = "ordinary-texts.tsv";
    try (InputStream in = ShippedPackTest.class.getResourceAsStream(name)) {
      byte[] bytes = Optional.ofNullable(in).orElseThrow().readAllBytes();
      return OrdinaryText.read(name, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyFileIsReadAndEverySignatureKeepsItsPromises() throws Exception {
    PackCheck.Result result = PackCheck.check(files(), Set.of(), ordinary());
    String faults =
        String.join("\n", result.faults().stream().map(ConfigException::getMessage).toList());
    assertThat(result.faults()).as(faults).isEmpty();
  }
}
