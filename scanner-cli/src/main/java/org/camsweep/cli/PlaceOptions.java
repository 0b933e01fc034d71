package org.camsweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Credential;
import org.camsweep.site.Inspection;
import org.camsweep.site.Network;
import org.camsweep.site.Pace;
import org.camsweep.site.SensitiveReason;
import org.camsweep.site.Site;
import org.camsweep.site.SiteFile;
import org.camsweep.site.SiteFileReader;
import picocli.CommandLine.Option;

/** Which networks something was heard in, for commands that send nothing to them. */
final class PlaceOptions {
  @Option(
      names = "--site",
      paramLabel = "FILE",
      description = "Site file: its networks, and the waivers that it names.")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = "--network",
      paramLabel = "ID",
      description = "Only this network of the site file; may be repeated.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--sensitive",
      paramLabel = "REASON",
      converter = Words.SensitiveReasons.class,
      completionCandidates = Words.SensitiveReasonWords.class,
      description = {
        "Without a site file: what is heard comes from a sensitive network, and why:",
        "secret-material, vetted-staff, ministerial-use, socpa-2005 or owner-decision."
      })
  private Optional<SensitiveReason> sensitive = Optional.empty();

  @Option(
      names = "--core-network",
      description = "Without a site file: what is heard comes from a core network.")
  private boolean coreNetwork;

  /**
   * What the options say.
   *
   * @param inspection without networks if neither a site file nor targets were named
   * @param secrets where all secrets of the site file are, of whichever network
   */
  record Place(Inspection inspection, Optional<Path> waivers, Set<Credential.Reference> secrets) {
    /** A place of which no site file tells. */
    Place(Inspection inspection, Optional<Path> waivers) {
      this(inspection, waivers, Set.of());
    }

    List<Network> networks() {
      return inspection.networks();
    }
  }

  Optional<Path> site() {
    return site;
  }

  Optional<SensitiveReason> sensitive() {
    return sensitive;
  }

  boolean coreNetwork() {
    return coreNetwork;
  }

  boolean namesAPlace() {
    return sensitive.isPresent() || coreNetwork || !ids.isEmpty();
  }

  /** The networks of the site file, of the words, or of the words within the site file. */
  Place read(List<String> targets) throws ConfigException, StopException {
    List<Cidr> blocks = CommandLineTargets.blocks(targets);
    if (site.isPresent()) {
      return ofSite(site.get(), blocks);
    }
    if (!ids.isEmpty()) {
      throw StopException.wrongUse("--network needs a site file", "add --site FILE");
    }
    return new Place(
        inspection(blocks.isEmpty() ? List.of() : List.of(of(blocks))), Optional.empty());
  }

  /** The one network of these blocks. */
  Site of(List<Cidr> blocks) {
    return CommandLineTargets.site(
        blocks, List.of(), sensitive, coreNetwork, List.of(), Pace.STANDARD);
  }

  static Inspection inspection(List<Site> sites) {
    return new Inspection(Optional.empty(), Authorisation.NONE, Optional.empty(), sites);
  }

  private Place ofSite(Path file, List<Cidr> only) throws ConfigException, StopException {
    if (sensitive.isPresent() || coreNetwork) {
      throw StopException.wrongUse(
          "--sensitive and --core-network do not go with a site file", "mark the network in it");
    }
    SiteFile read = SiteFileReader.read(file);
    Narrowing narrowing = new Narrowing(ids, only);
    List<Site> sites = new ArrayList<>();
    for (Site one : read.inspection().sites()) {
      List<Network> kept = narrowing.of(one.networks());
      if (!kept.isEmpty()) {
        sites.add(new Site(one.id(), one.name(), one.address(), kept));
      }
    }
    narrowing.checkAllFound(file);
    Inspection all = read.inspection();
    return new Place(
        new Inspection(all.operator(), all.authorisation(), all.marking(), sites),
        read.waivers(),
        read.secrets());
  }
}
