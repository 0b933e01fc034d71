package org.camsweep.fingerprints;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Entities;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.Policy;
import org.camsweep.policy.PolicyData;
import org.camsweep.policy.Regimes;

/** The regimes and companies that ship, read once from their files. */
final class ShippedPolicy {
  static final Path HOME = Path.of("src/main/resources/org/camsweep/fingerprints");

  private static final PolicyData VERIFIED = read(false);
  private static final PolicyData ALL = read(true);

  private ShippedPolicy() {}

  static Entities entities() {
    return VERIFIED.entities();
  }

  static Regimes regimes(boolean includeUnverified) {
    return includeUnverified ? ALL.regimes() : VERIFIED.regimes();
  }

  static Policy asOf(LocalDate day, Inventory inventory) {
    return new Policy(regimes(false), entities(), day, inventory);
  }

  static List<DataFile> files(String folder) throws ConfigException {
    return PackFiles.open(HOME).files(folder).stream()
        .map(f -> new DataFile(f.name(), f.bytes()))
        .toList();
  }

  private static PolicyData read(boolean includeUnverified) {
    try {
      return PolicyData.read(PackFiles.open(HOME), includeUnverified);
    } catch (ConfigException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
