package org.camsweep.policy;

/** How far a source was seen for a row of data. */
public enum Mark {
  /** The main facts were seen in a source. */
  TRUE,
  /** Some of the row was. */
  PARTIAL,
  /** Background knowledge; may raise a look closer and nothing more. */
  FALSE
}
