package org.camsweep.fingerprints;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.OrdinaryText;
import org.camsweep.fingerprint.PackCheck;
import org.camsweep.fingerprint.PackFiles;

/** The pack that ships, and the texts of things that are no cameras. */
public final class Shipped {
  private Shipped() {}

  public static PackFiles files() throws ConfigException {
    URL manifest = Shipped.class.getResource("/" + PackFiles.HOME + "pack.yaml");
    return PackFiles.open(URI.create(Optional.ofNullable(manifest).orElseThrow().toString()));
  }

  public static List<OrdinaryText> ordinary() throws ConfigException {
    return PackCheck.ordinary(files());
  }
}
