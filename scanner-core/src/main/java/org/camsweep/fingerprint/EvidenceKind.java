package org.camsweep.fingerprint;

/**
 * What a piece of evidence rests on, the firmest first; the order is the order of the constants.
 */
public enum EvidenceKind {
  /** Bytes that only this maker's firmware or protocol says. */
  PLATFORM,
  /** What the device says of itself in a field meant for it. */
  DECLARED,
  /** The hardware address's registered prefix. */
  REGISTERED,
  /** The label on the box, through a known relabelling. */
  BRAND,
  /** Several makers' devices say this. */
  LIKENESS
}
