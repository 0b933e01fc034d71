package org.camsweep.policy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * What a limb asks of a device. Exactly one part is filled.
 *
 * @param prcLaw whether the producer is subject to the law named in {@link PrcLaw}
 * @param countries home jurisdictions that are met
 * @param names companies that are met
 * @param affiliates whether companies owned by the named ones are met too
 * @param models patterns of model names that are met
 * @param certified patterns of model names that are not met; every other model may be
 * @param components patterns over all that the device said
 * @param notApproved whether a device that the approved inventory does not list is met
 */
public record LimbTest(
    boolean prcLaw,
    Set<String> countries,
    List<ListedName> names,
    boolean affiliates,
    List<Pattern> models,
    List<Pattern> certified,
    boolean certificateNeeded,
    List<Pattern> components,
    boolean notApproved) {
  public LimbTest {
    countries = Set.copyOf(countries);
    names = List.copyOf(names);
    models = List.copyOf(models);
    certified = List.copyOf(certified);
    components = List.copyOf(components);
  }

  /**
   * One name on a list.
   *
   * @param entity identifier of the company
   * @param span when it stood on the list
   * @param verified whether a source for the entry was seen
   * @param entry the entry's own words, or its reference
   * @param exact the owner means this maker; nobody need prove that others are not related to it
   */
  public record ListedName(
      String entity, Span span, boolean verified, String entry, boolean exact) {}

  /** Whether the maker alone decides. */
  boolean byMaker() {
    return prcLaw || !countries.isEmpty() || !names.isEmpty();
  }
}
