package org.camsweep.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.DataFile;
import org.camsweep.policy.Inventory;
import org.camsweep.policy.InventoryReader;
import org.camsweep.policy.WaiverReader;
import org.camsweep.policy.Waivers;
import org.camsweep.scan.JudgeAhead;
import org.camsweep.scan.Rules;
import org.camsweep.store.PackOrigin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By what a result is judged. */
final class JudgeOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Judge by lists and owners of this day, as 2026-11-30 (default: the scan's day).")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Findings that the owner accepts for a while (default: the site file's).")
  private Optional<Path> waivers = Optional.empty();

  @Option(
      names = "--inventory",
      paramLabel = "FILE",
      description = "CSV of the devices that the owner approved; others are findings.")
  private Optional<Path> inventory = Optional.empty();

  @Mixin private RegimeOptions regimes;

  Optional<LocalDate> asOf() {
    return asOf;
  }

  Rules rules() throws ConfigException {
    return rules(Optional.empty());
  }

  /**
   * @param ofSite the waivers that the site file names; the option wins over them
   */
  Rules rules(Optional<Path> ofSite) throws ConfigException {
    return own(ofSite).added(regimes.rules());
  }

  /**
   * A judge by these rules. The operator's own files are read before this returns; only the pack
   * that came with the program, which its build has checked, is read behind the scan's back.
   */
  JudgeAhead ahead(Optional<Path> ofSite) throws ConfigException {
    Own own = own(ofSite);
    PackOrigin base = regimes.base();
    if (regimes.shippedOnly(base)) {
      return JudgeAhead.of(() -> own.added(regimes.rules(base)));
    }
    return JudgeAhead.of(own.added(regimes.rules(base)));
  }

  /** What the owner adds to the rules. */
  private interface Own {
    Rules added(Rules rules);
  }

  private Own own(Optional<Path> ofSite) throws ConfigException {
    Own own = rules -> rules;
    if (inventory.isPresent()) {
      DataFile file = OwnFiles.read(inventory.get());
      Inventory approved = InventoryReader.read(file);
      own = rules -> rules.with(approved).from("inventory", file);
    }
    Optional<Path> accepted = waivers.or(() -> ofSite);
    if (accepted.isPresent()) {
      DataFile file = OwnFiles.read(accepted.get());
      Waivers waived = WaiverReader.read(file);
      Own before = own;
      own = rules -> before.added(rules).with(waived).from("waivers", file);
    }
    return own;
  }
}
