package org.camsweep.fingerprints;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.PackFiles;

/** The pack that ships, and the texts of things that are no cameras. */
public final class Shipped {
  private Shipped() {}

  public static PackFiles files() throws ConfigException {
    URL manifest = Shipped.class.getResource("/" + PackFiles.HOME + "pack.yaml");
    return PackFiles.open(URI.create(Optional.ofNullable(manifest).orElseThrow().toString()));
  }

  public static List<OrdinaryText> ordinary() throws IOException, ConfigException {
    String name = "ordinary-texts.tsv";
    try (InputStream in = Shipped.class.getResourceAsStream(name)) {
      byte[] bytes = Optional.ofNullable(in).orElseThrow().readAllBytes();
      return OrdinaryText.read(name, new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
