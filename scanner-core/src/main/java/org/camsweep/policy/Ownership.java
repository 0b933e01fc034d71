package org.camsweep.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Walks from a company to its owners as they were on a day. */
final class Ownership {
  private static final int MAX_DEPTH = 6;

  private final Entities entities;
  private final LimbTest test;
  private final LocalDate day;
  private final Set<String> visited = new HashSet<>();

  Ownership(Entities entities, LimbTest test, LocalDate day) {
    this.entities = entities;
    this.test = test;
    this.day = day;
  }

  /** The firmest way in which a named company stands above {@code entity}, if one does. */
  Optional<Reach> namedAbove(Entity entity) {
    return above(entity, "", true, 0);
  }

  private Optional<Reach> above(Entity entity, String path, boolean sure, int depth) {
    Optional<Reach> best = Optional.empty();
    if (depth >= MAX_DEPTH || !visited.add(entity.id())) {
      return best;
    }
    for (Entity.Owner owner : entity.owners()) {
      if (owner.entity().isEmpty() || owner.span().startsAfter(day)) {
        continue;
      }
      boolean holds = owner.span().holds(day);
      boolean firm = sure && owner.verified() && owner.relation().settles() && holds;
      String step = path + entity.name() + " " + words(owner, holds);
      for (LimbTest.ListedName name : test.names()) {
        if (name.entity().equals(owner.entity().get()) && name.span().holds(day)) {
          best =
              Optional.of(
                  best.map(b -> b.or(reach(step, firm && name.verified(), holds)))
                      .orElse(reach(step, firm && name.verified(), holds)));
        }
      }
      Optional<Entity> next = entities.find(owner.entity().get());
      if (next.isPresent()) {
        Optional<Reach> higher = above(next.get(), step + ", and ", firm, depth + 1);
        if (higher.isPresent()) {
          Reach found = higher.get();
          best = Optional.of(best.map(b -> b.or(found)).orElse(found));
        }
      }
    }
    visited.remove(entity.id());
    return best;
  }

  private Reach reach(String path, boolean firm, boolean holds) {
    if (firm && test.affiliates()) {
      return Reach.met(path + ", which the rule names together with its affiliates");
    }
    if (!holds) {
      return Reach.might(
          path + ", which the rule names",
          "when the device was made or bought: before or after the change of owner");
    }
    if (!test.affiliates()) {
      return Reach.might(
          path + ", which the rule names; it does not speak of affiliates",
          "whether the rule reaches affiliates of a named company");
    }
    return Reach.might(
        path + ", which the rule names; the ownership is not verified",
        "proof of who owned the maker on the day that counts");
  }

  private static String words(Entity.Owner owner, boolean holds) {
    String relation =
        switch (owner.relation()) {
          case SUBSIDIARY -> "owned by ";
          case AFFILIATE -> "affiliated with ";
          case JOINT_VENTURE -> "a joint venture with ";
          case MINORITY_STAKE -> "partly owned by ";
        };
    boolean dated = owner.span().from().isPresent() || owner.span().to().isPresent();
    return (holds ? "is " : "was ")
        + relation
        + owner.name()
        + (dated ? " " + owner.span() : "")
        + (owner.verified() ? "" : " (not verified)");
  }

  /** Who owned a badge's company and when, in words; empty if nothing is known. */
  static Optional<String> told(Entity entity) {
    if (entity.owners().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Entity.Owner owner : entity.owners()) {
      text.append(text.isEmpty() ? "" : "; ").append(owner.name());
      if (owner.relation() != Entity.Relation.SUBSIDIARY) {
        text.append(" (").append(org.camsweep.config.YamlValue.word(owner.relation())).append(")");
      }
      text.append(" ").append(owner.span()).append(owner.verified() ? "" : " (not verified)");
    }
    return Optional.of(text.toString());
  }
}
