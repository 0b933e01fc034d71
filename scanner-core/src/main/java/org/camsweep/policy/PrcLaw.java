package org.camsweep.policy;

/**
 * Whether a company is subject to the National Intelligence Law of the People's Republic of China
 * (2017). A working assumption from where its head office is, not a legal finding.
 */
public enum PrcLaw {
  /** Head office in mainland China. */
  SUBJECT,
  /** Hong Kong, a parent in mainland China, a joint venture, a divested unit. */
  LEGAL_VIEW_NEEDED,
  /** Nothing known that would make it so. */
  NOT_SUBJECT
}
