package org.camsweep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.ScanHeader;
import org.camsweep.site.Authorisation;
import org.camsweep.site.Cidr;
import org.camsweep.site.Circumstances;
import org.camsweep.site.CommandLineTargets;
import org.camsweep.site.Credential;
import org.camsweep.site.Inspection;
import org.camsweep.site.Network;
import org.camsweep.site.Scope;
import org.camsweep.site.ScopeRefusedException;
import org.camsweep.site.SensitiveReason;
import org.camsweep.site.Site;
import org.camsweep.site.SiteFile;
import org.camsweep.site.SiteFileReader;
import org.camsweep.site.SnmpAccess;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What a scan is pointed at: a site file, targets on the command line, or targets within a site.
 */
final class TargetOptions {
  /** Read where neither a target nor a site file is named. */
  static final Path USUAL_SITE_FILE = Path.of("camsweep.yaml");

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description =
          "Address, block or range: 10.0.0.7, 10.0.0.0/24, 10.0.0.1-10.0.0.20. With --site: only"
              + " these addresses of the site.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description = "Site file; without TARGET and --site it is ./camsweep.yaml.")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = "--network",
      paramLabel = "ID",
      description = "Only this network of the site file; may be repeated.")
  private List<String> networks = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "TARGET",
      split = ",",
      description = "Never ask these; may be repeated.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--allow-public",
      paramLabel = "CIDR",
      split = ",",
      description = "Public addresses are refused unless named here; needs an authorisation.")
  private List<String> allowPublic = new ArrayList<>();

  @Option(
      names = "--max-addresses",
      paramLabel = "N",
      defaultValue = "65536",
      description = "Refuse larger scopes (default: ${DEFAULT-VALUE}).")
  private long maxAddresses;

  @Option(
      names = "--sensitive",
      paramLabel = "REASON",
      converter = Words.SensitiveReasons.class,
      completionCandidates = Words.SensitiveReasonWords.class,
      description = {
        "The targets are a sensitive network, and why:",
        "secret-material, vetted-staff, ministerial-use, socpa-2005 or owner-decision."
      })
  private Optional<SensitiveReason> sensitive = Optional.empty();

  @Option(names = "--core-network", description = "The targets are a core network.")
  private boolean coreNetwork;

  @Option(names = "--operator", paramLabel = "NAME", description = "Who runs the scan.")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--authorisation",
      paramLabel = "REF",
      description = "By whose leave; recorded in the report.")
  private Optional<String> authorisation = Optional.empty();

  @ArgGroup(exclusive = false)
  private PaceOptions pace = new PaceOptions();

  private Optional<Path> waivers = Optional.empty();
  private final Map<String, Credential> credentials = new TreeMap<>();
  private final Map<String, SnmpAccess> snmp = new TreeMap<>();
  private final Set<Credential.Reference> secrets = new LinkedHashSet<>();

  PaceOptions pace() {
    return pace;
  }

  /** The site file that is read, if one is. */
  Optional<Path> siteFile() {
    boolean usual = targets.isEmpty() && Files.exists(USUAL_SITE_FILE);
    return site.isPresent() || !usual ? site : Optional.of(USUAL_SITE_FILE);
  }

  /** Where all secrets of the site file are, of whichever network; after {@link #plan}. */
  Set<Credential.Reference> secrets() {
    return secrets;
  }

  /** The file of waivers that the site file names; after {@link #plan}. */
  Optional<Path> waivers() {
    return waivers;
  }

  /**
   * Takes the waivers of a site file for a scan that is taken up again, which keeps all else that
   * the file said: the file named now, or the one named then if nobody changed it since.
   *
   * @return what the operator should know
   */
  List<String> takeUp(ScanHeader header) throws ConfigException {
    Optional<Path> again = site.or(() -> UsedSiteFile.of(header));
    if (again.isPresent()) {
      SiteFile read = SiteFileReader.read(again.get());
      waivers = read.waivers();
      secrets.addAll(read.secrets());
      return List.of();
    }
    boolean used = header.circumstances().flatMap(Circumstances::siteFile).isPresent();
    return used
        ? List.of(
            "the site file of this scan is not where it was, or was changed; name it with --site"
                + " FILE to have its waivers count")
        : List.of();
  }

  /** Reads the site file or the targets and makes the scope. */
  Planned plan(LocalDate today) throws ConfigException, ScopeRefusedException, StopException {
    boolean fromFile = site.isPresent() || (targets.isEmpty() && Files.exists(USUAL_SITE_FILE));
    Inspection read = fromFile ? ofSite(site.orElse(USUAL_SITE_FILE)) : ofTargets();
    List<String> remarks = new ArrayList<>();
    Inspection inspection = withPeople(read, remarks);
    check(inspection.authorisation(), today);
    List<Cidr> allowed = allowedPublic();
    if (!allowed.isEmpty() && inspection.authorisation().reference().isEmpty()) {
      throw StopException.refused(
          "public addresses without an authorisation", "name it with --authorisation REF");
    }
    Scope scope = Scope.of(inspection.networks(), allowed);
    if (scope.sweptSize() > maxAddresses) {
      throw StopException.refused(
          "%,d addresses are in scope, more than %,d".formatted(scope.sweptSize(), maxAddresses),
          "ask for it with --max-addresses " + scope.sweptSize() + ", or name fewer");
    }
    return new Planned(inspection, scope, remarks, credentials, snmp);
  }

  /** The public blocks that the operator named. */
  List<Cidr> allowedPublic() throws ConfigException {
    return CommandLineTargets.blocks(allowPublic);
  }

  private Inspection ofTargets() throws ConfigException, StopException {
    if (targets.isEmpty()) {
      throw StopException.wrongUse(
          "nothing to scan", "name addresses or --site FILE ('camsweep site init' prints one)");
    }
    if (!networks.isEmpty()) {
      throw StopException.wrongUse("--network needs a site file", "add --site FILE");
    }
    Site one =
        CommandLineTargets.site(
            CommandLineTargets.blocks(targets),
            List.of(),
            sensitive,
            coreNetwork,
            pace.ports(List.of()),
            pace.of(org.camsweep.site.Pace.STANDARD));
    return new Inspection(
        Optional.empty(), Authorisation.NONE, Optional.empty(), List.of(excluding(one)));
  }

  private Inspection ofSite(Path file) throws ConfigException, StopException {
    if (sensitive.isPresent() || coreNetwork) {
      throw StopException.wrongUse(
          "--sensitive and --core-network do not go with a site file", "mark the network in it");
    }
    SiteFile read = SiteFileReader.read(file);
    waivers = read.waivers();
    secrets.addAll(read.secrets());
    List<Cidr> only = CommandLineTargets.blocks(targets);
    Narrowing narrowing = new Narrowing(networks, only);
    List<Site> sites = new ArrayList<>();
    for (Site one : read.inspection().sites()) {
      List<Network> kept = new ArrayList<>();
      for (Network network : narrowing.of(one.networks())) {
        kept.add(pace.of(network));
        read.credentialsOf(network.id()).ifPresent(c -> credentials.put(network.id(), c));
        Optional.ofNullable(read.networkSnmp().get(network.id()))
            .ifPresent(a -> snmp.put(network.id(), a));
      }
      if (!kept.isEmpty()) {
        sites.add(excluding(new Site(one.id(), one.name(), one.address(), kept)));
      }
    }
    narrowing.checkAllFound(file);
    Inspection all = read.inspection();
    return new Inspection(all.operator(), all.authorisation(), all.marking(), sites);
  }

  private Site excluding(Site one) throws ConfigException {
    List<Cidr> more = CommandLineTargets.blocks(exclude);
    List<Network> networksLess = new ArrayList<>();
    for (Network n : one.networks()) {
      List<Cidr> exclusions = new ArrayList<>(n.exclusions());
      exclusions.addAll(more);
      networksLess.add(
          new Network(
              n.site(),
              n.id(),
              n.cidrs(),
              exclusions,
              n.sensitive(),
              n.coreNetwork(),
              n.control(),
              n.ports(),
              n.pace(),
              n.regimes()));
    }
    return new Site(one.id(), one.name(), one.address(), networksLess);
  }

  private Inspection withPeople(Inspection read, List<String> remarks) {
    Authorisation stated = read.authorisation();
    Authorisation leave =
        new Authorisation(
            authorisation.or(stated::reference),
            stated.authorisedBy(),
            stated.validFrom(),
            stated.validTo(),
            stated.contact());
    Optional<String> who = operator.or(read::operator);
    if (leave.reference().isEmpty()) {
      remarks.add("no authorisation is recorded; name it with --authorisation REF");
    }
    if (who.isEmpty()) {
      remarks.add("no operator is recorded; name one with --operator NAME");
    }
    return new Inspection(who, leave, read.marking(), read.sites());
  }

  private static void check(Authorisation leave, LocalDate today) throws StopException {
    if (!leave.covers(today)) {
      String span =
          leave.validFrom().map(LocalDate::toString).orElse("")
              + " to "
              + leave.validTo().map(LocalDate::toString).orElse("");
      throw StopException.refused(
          "today, %s, is outside the authorisation's validity (%s)".formatted(today, span.strip()),
          "have it renewed");
    }
  }
}
