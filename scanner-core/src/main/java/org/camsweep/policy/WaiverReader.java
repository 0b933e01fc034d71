package org.camsweep.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camsweep.config.ConfigException;
import org.camsweep.config.StrictYaml;
import org.camsweep.config.YamlMap;
import org.camsweep.config.YamlValue;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Reads a file of waivers: {@code waivers:} with one mapping each. */
public final class WaiverReader {
  /** Longest life of a waiver, in months. */
  public static final int MAX_MONTHS = 12;

  private static final int SHORTEST_REASON = 10;
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "finding",
          "regime",
          "limb",
          "network",
          "device",
          "reason",
          "mitigation",
          "approvedBy",
          "approvedOn",
          "expires");

  private WaiverReader() {}

  public static Waivers read(DataFile file) throws ConfigException {
    YamlMap top = StrictYaml.read(file.name(), file.bytes()).map(Set.of("waivers"));
    List<Waiver> waivers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlValue item : top.need("waivers").list()) {
      Waiver waiver = waiver(item.map(KEYS));
      if (!ids.add(waiver.id())) {
        throw item.wrong("waiver '" + waiver.id() + "' stands twice", "give each its own id");
      }
      waivers.add(waiver);
    }
    return new Waivers(waivers);
  }

  private static Waiver waiver(YamlMap map) throws ConfigException {
    Optional<String> finding = map.text("finding");
    Optional<String> regime = map.text("regime");
    target(map, finding, regime);
    String reason = map.need("reason").text();
    if (reason.strip().length() < SHORTEST_REASON) {
      throw map.keyWrong(
          "reason",
          "a reason of " + reason.strip().length() + " characters explains nothing",
          "write at least " + SHORTEST_REASON);
    }
    LocalDate approvedOn = Span.day(map.need("approvedOn"));
    return new Waiver(
        id(map.need("id")),
        map.self().line(),
        finding,
        regime,
        map.text("limb"),
        map.text("network"),
        device(map),
        reason,
        map.text("mitigation"),
        map.need("approvedBy").text(),
        approvedOn,
        expires(map, approvedOn));
  }

  private static void target(YamlMap map, Optional<String> finding, Optional<String> regime)
      throws ConfigException {
    if (finding.isPresent() == regime.isPresent()) {
      throw map.self()
          .wrong(
              "a waiver names 'finding' or 'regime', exactly one of them",
              "copy the finding's id from the report");
    }
    boolean placed = map.get("network").isPresent() || map.get("device").isPresent();
    if (regime.isPresent() && !placed) {
      throw map.keyWrong(
          "regime", "a waiver for a whole regime", "narrow it with 'network:' or 'device:'");
    }
    boolean narrowed = placed || map.get("limb").isPresent();
    if (finding.isPresent() && narrowed) {
      throw map.keyWrong(
          "finding", "the finding's id says limb, network and device already", "remove the others");
    }
  }

  /**
   * A device's key; an address in any spelling as the report writes it. A link-local one says which
   * box is meant only together with its link.
   */
  private static Optional<String> device(YamlMap map) throws ConfigException {
    Optional<String> written = map.text("device");
    Optional<Address> address = written.flatMap(WaiverReader::address);
    if (address.filter(a -> a.isLinkLocal6() && a.zone().isEmpty()).isPresent()) {
      throw map.keyWrong(
          "device",
          "'" + written.get() + "' is another device on each link",
          "add the link as the report does, as in "
              + address.get()
              + "%eth0, or waive one finding by its id");
    }
    return address.isPresent() ? address.map(Address::toString) : written;
  }

  private static Optional<Address> address(String text) {
    try {
      return Optional.of(Cidr.address(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a hardware address, or another word
    }
  }

  private static LocalDate expires(YamlMap map, LocalDate approvedOn) throws ConfigException {
    LocalDate expires = Span.day(map.need("expires"));
    if (expires.isBefore(approvedOn)) {
      throw map.keyWrong("expires", "expires before it was approved", "correct one of the dates");
    }
    LocalDate latest = approvedOn.plusMonths(MAX_MONTHS);
    if (expires.isAfter(latest)) {
      throw map.keyWrong(
          "expires",
          "longer than " + MAX_MONTHS + " months",
          "write " + latest + " at the latest and decide again then");
    }
    return expires;
  }

  private static String id(YamlValue value) throws ConfigException {
    if (!value.text().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw value.wrong("'" + value.text() + "' is not a waiver's id", "write it like W-2026-004");
    }
    return value.text();
  }
}
