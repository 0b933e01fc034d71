package org.camsweep.policy;

import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFile;
import org.camsweep.fingerprint.PackFiles;

/**
 * What a pack says about regimes and companies: its folders {@code regimes} and {@code entities}.
 */
public record PolicyData(Regimes regimes, Entities entities) {
  /**
   * Reads both folders of a pack.
   *
   * @param includeUnverified whether regimes that are not verified are switched on, marked
   */
  public static PolicyData read(PackFiles pack, boolean includeUnverified) throws ConfigException {
    Entities entities = EntityReader.read(files(pack, "entities"));
    Regimes regimes =
        RegimeReader.read(files(pack, "regimes"), pack.version(), entities, includeUnverified);
    return new PolicyData(regimes, entities);
  }

  private static List<DataFile> files(PackFiles pack, String folder) {
    return pack.files(folder).stream().map(PolicyData::file).toList();
  }

  private static DataFile file(PackFile file) {
    return new DataFile(file.shown(), file.bytes());
  }
}
