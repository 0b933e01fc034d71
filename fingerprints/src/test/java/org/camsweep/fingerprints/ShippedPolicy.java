package org.camsweep.fingerprints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Entities;
import org.camsweep.policy.EntityReader;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.Policy;
import org.camsweep.policy.RegimeReader;
import org.camsweep.policy.Regimes;

/** The regimes and companies that ship, read from their files. */
final class ShippedPolicy {
  static final Path HOME = Path.of("src/main/resources/org/camsweep/fingerprints");

  private ShippedPolicy() {}

  static Entities entities() throws ConfigException {
    return EntityReader.read(files("entities"));
  }

  static Regimes regimes(boolean includeUnverified) throws ConfigException {
    return RegimeReader.read(files("regimes"), "test", entities(), includeUnverified);
  }

  static Policy asOf(LocalDate day) throws ConfigException {
    return new Policy(regimes(false), entities(), day);
  }

  static Policy asOf(LocalDate day, Inventory inventory) throws ConfigException {
    return new Policy(regimes(false), entities(), day, inventory);
  }

  static List<DataFile> files(String folder) {
    try (Stream<Path> paths = Files.list(HOME.resolve(folder))) {
      return paths
          .filter(p -> p.toString().endsWith(".yaml"))
          .sorted()
          .map(p -> new DataFile(folder + "/" + p.getFileName(), read(p)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
