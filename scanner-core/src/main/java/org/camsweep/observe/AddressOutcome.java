package org.camsweep.observe;

/** How an address of the scope ended. Each ends in exactly one of these. */
public enum AddressOutcome {
  /** Something was understood. */
  ANSWERED,
  /** A host is there, but nothing it said was understood, or it only refused. */
  PRESENT,
  /** Asked, and nothing came back. Not the same as empty. */
  SILENT,
  /** In the block, but excluded by the owner or no host address. */
  EXCLUDED,
  /** Not asked, or not to the end: the scan was stopped, or this machine could not send. */
  NOT_ASKED
}
