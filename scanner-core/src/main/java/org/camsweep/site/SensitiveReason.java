package org.camsweep.site;

/**
 * Why a network counts as sensitive: the four limbs of the UK definition (written answer of 9 April
 * 2024) and the owner's own decision. The tool never infers it.
 */
public enum SensitiveReason {
  /** Routinely holds SECRET material or above. */
  SECRET_MATERIAL,
  /** Hosts a significant proportion of officials with developed vetting. */
  VETTED_STAFF,
  /** Routinely used by ministers. */
  MINISTERIAL_USE,
  /** A government location under the Serious Organised Crime and Police Act 2005. */
  SOCPA_2005,
  /** The owner decided so. */
  OWNER_DECISION
}
