package org.camsweep.site;

/** Why the scope does not admit an address. Counted in the report. */
public enum Refusal {
  /** No network of the inspection holds it. */
  OUT_OF_SCOPE,
  /** The owner excluded it. */
  EXCLUDED,
  /** Multicast, broadcast, the unspecified address, or a block's own first address. */
  NOT_A_HOST,
  /** This machine itself. */
  LOOPBACK,
  /** A public address that the operator did not name. */
  PUBLIC
}
