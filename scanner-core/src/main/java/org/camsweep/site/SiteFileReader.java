package org.camsweep.site;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;

/**
 * Reads a site file: what may be asked, what is sensitive, by whose leave. Every mistake is one
 * {@link ConfigException} with file, line and cure; nothing unknown is passed over.
 */
public final class SiteFileReader {
  private static final Set<String> TOP =
      Set.of(
          "version",
          "authorisation",
          "operator",
          "handling",
          "defaults",
          "sites",
          "credentials",
          "waivers");

  private final Set<String> siteIds = new HashSet<>();
  private Map<String, Credential> credentials = Map.of();

  private SiteFileReader() {}

  /** Reads the file at {@code path}. */
  public static SiteFile read(Path path) throws ConfigException {
    Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    return new SiteFileReader().read(StrictYaml.read(path), folder);
  }

  /** Reads a file's bytes; {@code name} is shown in messages, paths are relative to the folder. */
  public static SiteFile read(String name, byte[] bytes, Path folder) throws ConfigException {
    return new SiteFileReader().read(StrictYaml.read(name, bytes), folder);
  }

  private SiteFile read(YamlValue document, Path folder) throws ConfigException {
    YamlMap top = document.map(TOP);
    YamlValue version = top.need("version");
    if (!version.text().equals("1")) {
      throw version.wrong("version '" + version.text() + "' is not known", "write version: 1");
    }
    if (top.get("credentials").isPresent()) {
      credentials = CredentialReader.read(top.need("credentials"), folder);
    }
    NetworkReader networks = new NetworkReader(credentials, top.get("defaults"), folder);
    List<Site> sites = new ArrayList<>();
    for (YamlValue site : top.need("sites").list()) {
      sites.add(site(site, networks));
    }
    if (sites.isEmpty()) {
      throw top.keyWrong("sites", "no site is listed", "add '- id: …' with its networks");
    }
    networks.checkOverlaps();
    Inspection inspection =
        new Inspection(top.text("operator"), authorisation(top), marking(top), sites);
    Optional<Path> waivers = top.text("waivers").map(folder::resolve);
    return new SiteFile(
        inspection,
        waivers,
        credentials,
        networks.credentialsByNetwork(),
        networks.snmpByNetwork());
  }

  private Site site(YamlValue value, NetworkReader reader) throws ConfigException {
    YamlMap map = value.map(Set.of("id", "name", "address", "networks"));
    String id = Ids.read(map.need("id"));
    if (!siteIds.add(id)) {
      throw map.need("id").wrong("site id '" + id + "' is used twice", "give each site its own id");
    }
    List<Network> networks = new ArrayList<>();
    for (YamlValue network : map.need("networks").list()) {
      networks.add(reader.read(id, network));
    }
    if (networks.isEmpty()) {
      throw map.keyWrong("networks", "site '" + id + "' has no network", "add '- id: …' and cidr");
    }
    return new Site(id, map.text("name"), map.text("address"), networks);
  }

  private static Optional<String> marking(YamlMap top) throws ConfigException {
    return top.get("handling").isEmpty()
        ? Optional.empty()
        : Optional.of(top.need("handling").map(Set.of("marking")).need("marking").text());
  }

  private static Authorisation authorisation(YamlMap top) throws ConfigException {
    if (top.get("authorisation").isEmpty()) {
      return Authorisation.NONE;
    }
    YamlMap map =
        top.need("authorisation")
            .map(Set.of("reference", "authorisedBy", "validFrom", "validTo", "contact"));
    Optional<LocalDate> from = date(map, "validFrom");
    Optional<LocalDate> to = date(map, "validTo");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw map.need("validTo")
          .wrong(
              "validTo " + to.get() + " is before validFrom " + from.get(),
              "let the authorisation end after it begins");
    }
    return new Authorisation(
        map.text("reference"), map.text("authorisedBy"), from, to, map.text("contact"));
  }

  private static Optional<LocalDate> date(YamlMap map, String key) throws ConfigException {
    Optional<String> text = map.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeParseException e) {
      throw map.need(key)
          .wrong(
              "'" + text.get() + "' is not a date at " + map.need(key).path(),
              "write year, month, day as in 2026-11-30");
    }
  }
}
