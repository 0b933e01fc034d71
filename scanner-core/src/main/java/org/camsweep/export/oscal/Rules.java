package org.camsweep.export.oscal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camsweep.policy.Finding;
import org.camsweep.report.Report;

/**
 * The rules that the findings speak of, one control each, and one that is always there: that the
 * inspection says what it did not look at.
 */
final class Rules {
  static final String COVERAGE = "cs-coverage-stated";

  /** One control of the catalog. */
  record Rule(String id, String title, String citation, boolean verified) {
    String objective() {
      return id + "_obj";
    }
  }

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private Rules() {}

  static Rules of(Report report) {
    Rules all = new Rules();
    all.rules.put(
        COVERAGE,
        new Rule(COVERAGE, "What was not looked at is stated", "camsweep's own rule", true));
    for (Finding finding : report.findings()) {
      String id = id(finding);
      all.rules.putIfAbsent(
          id,
          new Rule(
              id,
              finding.regimeName() + ": " + finding.limb(),
              finding.citation(),
              finding.verified()));
    }
    return all;
  }

  static String id(Finding finding) {
    return Oscal.token(finding.regime() + "." + finding.limb());
  }

  Collection<Rule> all() {
    return List.copyOf(rules.values());
  }
}
