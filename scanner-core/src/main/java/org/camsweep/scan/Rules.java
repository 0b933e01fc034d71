package org.camsweep.scan;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFile;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Entities;
import org.camsweep.policy.EntityReader;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.RegimeReader;
import org.camsweep.policy.Regimes;

/**
 * What a result is judged by: the signatures, the regimes and the companies of one pack, and what
 * the owner adds.
 *
 * @param inventory what the owner approved; {@link Inventory#NONE} if there is no such list
 */
public record Rules(Pack pack, Regimes regimes, Entities entities, Inventory inventory) {
  /**
   * Reads a pack.
   *
   * @param includeUnverified whether regimes that were not read in a source are judged by too
   * @throws ConfigException for the first thing wrong in its files
   */
  public static Rules read(PackFiles files, boolean includeUnverified) throws ConfigException {
    Entities entities = EntityReader.read(data(files, "entities"));
    String version = files.version();
    return new Rules(
        PackReader.read(files),
        RegimeReader.read(data(files, "regimes"), version, entities, includeUnverified),
        entities,
        Inventory.NONE);
  }

  private static List<DataFile> data(PackFiles files, String folder) {
    List<DataFile> data = new ArrayList<>();
    for (PackFile file : files.files(folder)) {
      data.add(new DataFile(file.name(), file.bytes()));
    }
    return data;
  }

  /** The same rules with the owner's own regimes beside the pack's. */
  public Rules with(Regimes more) {
    return new Rules(pack, regimes.with(more), entities, inventory);
  }

  /** The same rules with the owner's list of approved devices. */
  public Rules with(Inventory approved) {
    return new Rules(pack, regimes, entities, approved);
  }

  /** Version and content hash, as reports show them. */
  public String packName() {
    return pack.version() + " sha256:" + pack.hash();
  }
}
