package org.camsweep.fingerprint;

/** What a device is. {@link #reportWord} maps to the closed list of the report. */
public enum DeviceKind {
  CAMERA,
  THERMAL_CAMERA,
  RECORDER,
  ENCODER,
  INTERCOM,
  ACCESS_TERMINAL,
  VIDEO_SERVER,
  /** Surely a video device; whether camera, recorder or encoder is not told. */
  CAMERA_OR_RECORDER,
  /** Positively something else: a printer, a router, a loudspeaker. */
  OTHER,
  UNKNOWN;

  /** Whether restriction regimes on video surveillance look at it. */
  public boolean isVideo() {
    return this != OTHER && this != UNKNOWN;
  }

  /**
   * The report's word: camera, recorder, encoder, intercom, other, unknown. What is one of the
   * first three counts as a camera until it is known which: of a site's video devices most are.
   */
  public String reportWord() {
    return switch (this) {
      case CAMERA, THERMAL_CAMERA, CAMERA_OR_RECORDER -> "camera";
      case RECORDER, VIDEO_SERVER -> "recorder";
      case ENCODER -> "encoder";
      case INTERCOM -> "intercom";
      case ACCESS_TERMINAL, OTHER -> "other";
      case UNKNOWN -> "unknown";
    };
  }
}
