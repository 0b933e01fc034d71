package org.camsweep.policy;

/** How far a company's name on a device says who built it. */
public enum Builds {
  /** Designs and makes its devices. */
  OWN,
  /** Some lines are bought in: only bytes of its own platform show that it is the builder. */
  MIXED,
  /** Mainly bought in, or its own firmware runs on boards of others: the name settles nothing. */
  BOUGHT_IN
}
