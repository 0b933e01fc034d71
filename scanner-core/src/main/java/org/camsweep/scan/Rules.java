package org.camsweep.scan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.exposure.ExposureReader;
import org.camsweep.exposure.ExposureRules;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Entities;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.PolicyData;
import org.camsweep.policy.Regime;
import org.camsweep.policy.Regimes;
import org.camsweep.policy.Waivers;
import org.camsweep.report.Basis;
import org.camsweep.site.Circumstances;

/**
 * What a result is judged by: the signatures, the regimes and the companies of one pack, and what
 * the owner adds.
 *
 * @param exposure what shows a microphone or a way out; it decides nothing
 * @param inventory what the owner approved; {@link Inventory#NONE} if there is no such list
 * @param waivers what the owner accepts for a while; {@link Waivers#NONE} if nothing
 * @param inputs the owner's files behind all that, for the record
 * @param origin where the pack is from and who signed it, in one line; empty if nobody said
 */
public record Rules(
    Pack pack,
    Regimes regimes,
    Entities entities,
    ExposureRules exposure,
    Inventory inventory,
    Waivers waivers,
    List<Basis.Input> inputs,
    String origin) {
  public Rules {
    inputs = List.copyOf(inputs);
  }

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
        Waivers.NONE,
        List.of(),
        "");
  }

  /** The same rules with the owner's own regimes beside the pack's. */
  public Rules with(Regimes all) {
    return new Rules(pack, all, entities, exposure, inventory, waivers, inputs, origin);
  }

  /** The same rules with the owner's list of approved devices. */
  public Rules with(Inventory approved) {
    return new Rules(pack, regimes, entities, exposure, approved, waivers, inputs, origin);
  }

  /** The same rules with what the owner accepts for a while. */
  public Rules with(Waivers accepted) {
    return new Rules(pack, regimes, entities, exposure, inventory, accepted, inputs, origin);
  }

  /** The same rules, and which file of the owner's is behind them. */
  public Rules from(String kind, DataFile file) {
    return restingOn(new Basis.Input(kind, lastName(file.name()), sha256(file.bytes())));
  }

  /** The same rules; what they judge rests on this file too. */
  public Rules restingOn(Basis.Input file) {
    List<Basis.Input> all = new ArrayList<>(inputs);
    all.add(file);
    return new Rules(pack, regimes, entities, exposure, inventory, waivers, all, origin);
  }

  /** The same rules, with where their pack is from. */
  public Rules from(String where) {
    return new Rules(pack, regimes, entities, exposure, inventory, waivers, inputs, where);
  }

  private static String lastName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a report that these rules judge rests on. */
  Basis basis(Optional<Circumstances> circumstances) {
    List<Basis.Listed> lists =
        regimes.on().stream()
            .filter(Regime::isJudged)
            .map(r -> new Basis.Listed(r.id(), r.version(), r.verified()))
            .toList();
    return new Basis(circumstances, inputs, lists, List.of());
  }

  /** Version and content hash, as reports show them. */
  public String packName() {
    return pack.version() + " sha256:" + pack.hash();
  }
}
