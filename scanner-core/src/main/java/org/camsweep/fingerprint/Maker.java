package org.camsweep.fingerprint;

import java.util.List;
import java.util.Optional;

/**
 * A company that builds devices, or owns a badge.
 *
 * @param id for example {@code axis}; the file's name
 * @param name legal name
 * @param country ISO 3166 alpha-2 of the home jurisdiction, or empty if not known
 * @param countryVerified whether a source for the country was seen
 * @param countrySource where the country is from
 * @param parent id of the owning maker
 * @param tradeNames labels that the maker itself owns
 * @param buildsHardware false for a badge owner that buys its devices in
 */
public record Maker(
    String id,
    String name,
    List<String> otherNames,
    Optional<String> country,
    boolean countryVerified,
    Optional<String> countrySource,
    Optional<String> parent,
    List<String> tradeNames,
    boolean buildsHardware,
    List<Integer> enterpriseNumbers) {
  public Maker {
    otherNames = List.copyOf(otherNames);
    tradeNames = List.copyOf(tradeNames);
    enterpriseNumbers = List.copyOf(enterpriseNumbers);
  }
}
