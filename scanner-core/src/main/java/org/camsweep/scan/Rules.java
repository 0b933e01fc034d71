package org.camsweep.scan;

import org.camsweep.config.ConfigException;
import org.camsweep.exposure.ExposureReader;
import org.camsweep.exposure.ExposureRules;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.policy.Entities;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.PolicyData;
import org.camsweep.policy.Regimes;
import org.camsweep.policy.Waivers;

/**
 * What a result is judged by: the signatures, the regimes and the companies of one pack, and what
 * the owner adds.
 *
 * @param exposure what shows a microphone or a way out; it decides nothing
 * @param inventory what the owner approved; {@link Inventory#NONE} if there is no such list
 * @param waivers what the owner accepts for a while; {@link Waivers#NONE} if nothing
 */
public record Rules(
    Pack pack,
    Regimes regimes,
    Entities entities,
    ExposureRules exposure,
    Inventory inventory,
    Waivers waivers) {
  /**
   * Reads a pack.
   *
   * @param includeUnverified whether regimes that were not read in a source are judged by too
   * @throws ConfigException for the first thing wrong in its files
   */
  public static Rules read(PackFiles files, boolean includeUnverified) throws ConfigException {
    PolicyData policy = PolicyData.read(files, includeUnverified);
    return new Rules(
        PackReader.read(files),
        policy.regimes(),
        policy.entities(),
        ExposureReader.read(files),
        Inventory.NONE,
        Waivers.NONE);
  }

  /** The same rules with the owner's own regimes beside the pack's. */
  public Rules with(Regimes all) {
    return new Rules(pack, all, entities, exposure, inventory, waivers);
  }

  /** The same rules with the owner's list of approved devices. */
  public Rules with(Inventory approved) {
    return new Rules(pack, regimes, entities, exposure, approved, waivers);
  }

  /** The same rules with what the owner accepts for a while. */
  public Rules with(Waivers accepted) {
    return new Rules(pack, regimes, entities, exposure, inventory, accepted);
  }

  /** Version and content hash, as reports show them. */
  public String packName() {
    return pack.version() + " sha256:" + pack.hash();
  }
}
