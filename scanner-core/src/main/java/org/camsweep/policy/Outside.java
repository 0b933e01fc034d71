package org.camsweep.policy;

import java.util.Optional;

/** What is said of a device that was only heard from outside the scope: not assessed. */
final class Outside {
  private Outside() {}

  static Optional<Finding> finding(Judged judged) {
    boolean video = Subject.of(judged) == Subject.VIDEO;
    if (!video && judged.identification().maker().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        FindingMaker.own(
            "scope",
            "Heard outside the scope",
            "outside",
            Policy.OUTSIDE,
            Optional.of(judged.device().id()),
            Verdict.NOT_ASSESSED,
            "It announced itself from an address outside the scope. Nothing was sent to it, and no"
                + " site classification covers it.",
            "whether the device is at the site, and if so a scope that holds its address"));
  }
}
