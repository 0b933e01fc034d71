package org.camsweep.identify;

/** What a piece of evidence can carry when makers are compared; the heaviest first. */
enum Weight {
  /** Verified words that only this maker's firmware says. */
  PLATFORM,
  /** Verified: the device names its maker, or a model that only this maker has. */
  DECLARED,
  /** A verified address block of a registrant that makes little but video devices. */
  REGISTERED_VIDEO,
  /** A label, and a verified source that this maker stands behind it. */
  LABEL,
  /** As platform, but the signature's source was not seen or stands alone. */
  CLAIMED_PLATFORM,
  /** As declared, but the signature's source was not seen or stands alone. */
  CLAIMED_DECLARED,
  /** An address block of a registrant that makes many things, or whose source was not seen. */
  REGISTERED,
  /** The maker's own label. */
  BADGE,
  /** As label, but for one product line or period which the device does not show. */
  LABEL_OF_LINE,
  /** A label that a doubtful or unseen source gives to the maker. */
  DOUBTFUL_LABEL,
  /** Several makers' devices say this. */
  LIKENESS;

  static Weight of(Evidence evidence) {
    return switch (evidence.kind()) {
      case PLATFORM -> evidence.verified() ? PLATFORM : CLAIMED_PLATFORM;
      case DECLARED -> evidence.verified() ? DECLARED : CLAIMED_DECLARED;
      case REGISTERED -> REGISTERED;
      case BRAND -> BADGE;
      case LIKENESS -> LIKENESS;
    };
  }
}
