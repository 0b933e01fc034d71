package org.camsweep.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camsweep.fingerprint.Maker;

/** Whether a limb's test reaches a maker, by the data of companies as of a day. */
final class MakerReach {
  private static final Set<String> PRC = Set.of("CN", "HK", "MO");
  private static final String HOME = "where the producer's head office is, from a public register";

  private record Key(LimbTest test, String maker, LocalDate day) {}

  private final Entities entities;
  private final Map<Key, Reach> known = new HashMap<>();

  MakerReach(Entities entities) {
    this.entities = entities;
  }

  Reach of(LimbTest test, Maker maker, LocalDate day) {
    return known.computeIfAbsent(new Key(test, maker.id(), day), k -> look(test, maker, day));
  }

  private Reach look(LimbTest test, Maker maker, LocalDate day) {
    Optional<Entity> entity = entities.find(maker.id());
    if (test.prcLaw()) {
      return entity.map(MakerReach::byLaw).orElseGet(() -> byMakersFile(maker, PRC));
    }
    if (!test.countries().isEmpty()) {
      return entity
          .map(e -> byCountry(test, e))
          .orElseGet(() -> byMakersFile(maker, test.countries()));
    }
    return byName(test, maker, entity, day);
  }

  private static Reach byLaw(Entity e) {
    String home = e.name() + " has its head office in " + e.country();
    return switch (e.prcLaw()) {
      case SUBJECT ->
          e.jurisdiction() == Mark.TRUE
              ? Reach.met(home + ", so it is taken as subject to the PRC National Intelligence Law")
              : Reach.might(home + " according to data that are not fully verified", HOME);
      case LEGAL_VIEW_NEEDED ->
          Reach.might(
              home + "; whether the PRC National Intelligence Law reaches it is not settled",
              "a legal view on " + e.name() + e.note().map(n -> " (" + n + ")").orElse(""));
      case NOT_SUBJECT ->
          e.jurisdiction() == Mark.FALSE
              ? Reach.unknown(home + " according to data that are not verified", HOME)
              : Reach.not(
                  home
                      + ", and nothing known makes it subject to the PRC National Intelligence Law");
    };
  }

  private static Reach byCountry(LimbTest test, Entity e) {
    String home = e.name() + " has its head office in " + e.country();
    if (test.countries().contains(e.country())) {
      if (e.jurisdiction() != Mark.TRUE || e.prcLaw() == PrcLaw.LEGAL_VIEW_NEEDED) {
        return Reach.might(home + "; this is not fully verified or not settled", HOME);
      }
      return Reach.met(home);
    }
    if (e.prcLaw() == PrcLaw.LEGAL_VIEW_NEEDED && test.countries().contains("CN")) {
      return Reach.might(
          home + "; control from the PRC is not settled", "a legal view on " + e.name());
    }
    return e.jurisdiction() == Mark.FALSE
        ? Reach.unknown(home + " according to data that are not verified", HOME)
        : Reach.not(home);
  }

  private static Reach byMakersFile(Maker maker, Set<String> countries) {
    String home =
        maker
            .country()
            .map(c -> maker.name() + " is placed in " + c + " by the maker's file alone")
            .orElse("the home of " + maker.name() + " is not known");
    return maker.country().filter(countries::contains).isPresent()
        ? Reach.might(home, HOME)
        : Reach.unknown(home, HOME);
  }

  private Reach byName(LimbTest test, Maker maker, Optional<Entity> entity, LocalDate day) {
    Reach reach =
        test.names().stream().allMatch(LimbTest.ListedName::exact)
                || entity.filter(e -> e.verified() != Mark.FALSE).isPresent()
            ? Reach.not(maker.name() + " is not named, and no named company is known to own it")
            : Reach.unknown(
                "who owns " + maker.name() + " is not verified",
                "proof of who owns " + maker.name());
    for (LimbTest.ListedName name : test.names()) {
      if (name.entity().equals(maker.id())) {
        reach = reach.or(named(name, maker, day));
      }
      if (maker.parent().filter(name.entity()::equals).isPresent() && entity.isEmpty()) {
        reach =
            reach.or(
                Reach.might(
                    "the maker's file names " + name.entity() + " as owner of " + maker.name(),
                    "proof of who owned " + maker.name() + " on the day that counts"));
      }
    }
    if (entity.isPresent()) {
      Optional<Reach> above = new Ownership(entities, test, day).namedAbove(entity.get());
      reach = above.isPresent() ? reach.or(above.get()) : reach;
    }
    return reach;
  }

  private static Reach named(LimbTest.ListedName name, Maker maker, LocalDate day) {
    String entry = name.entry().isEmpty() ? "" : " (" + name.entry() + ")";
    if (name.span().startsAfter(day)) {
      return Reach.not(maker.name() + " was not yet named on " + day);
    }
    if (name.span().endedBefore(day)) {
      return Reach.not(maker.name() + " is no longer named" + entry);
    }
    return name.verified()
        ? Reach.met(maker.name() + " is named" + entry)
        : Reach.might(
            maker.name() + " is named according to data that are not verified" + entry,
            "the current list, read from the body that issues it");
  }
}
