package org.camsweep.policy;

import java.util.List;
import java.util.Optional;

/**
 * A company as regimes see it. Its identifier is that of the maker's file, where there is one.
 *
 * @param country ISO 3166 alpha-2 of the head office
 * @param jurisdiction how far {@code country} and {@code prcLaw} rest on a source
 * @param badges labels it owns
 * @param owners who owned it, with dates
 * @param verified how far the row as a whole rests on a source
 */
public record Entity(
    String id,
    String name,
    Optional<String> localName,
    String country,
    PrcLaw prcLaw,
    Mark jurisdiction,
    Builds builds,
    List<String> badges,
    List<Owner> owners,
    Mark verified,
    String source,
    Optional<String> note) {
  public Entity {
    badges = List.copyOf(badges);
    owners = List.copyOf(owners);
  }

  /**
   * One owner over a stretch of time.
   *
   * @param entity identifier of the owner, if it is in the data
   * @param name the owner in words
   * @param relation subsidiary, affiliate, joint-venture or minority-stake
   */
  public record Owner(
      Optional<String> entity, String name, Relation relation, Span span, boolean verified) {}

  /** What kind of ownership. */
  public enum Relation {
    SUBSIDIARY,
    AFFILIATE,
    JOINT_VENTURE,
    MINORITY_STAKE;

    /** Whether it makes an affiliate beyond doubt. */
    boolean settles() {
      return this == SUBSIDIARY || this == AFFILIATE;
    }
  }
}
