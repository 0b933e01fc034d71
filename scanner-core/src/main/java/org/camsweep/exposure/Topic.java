package org.camsweep.exposure;

/** What people fear of a camera besides its maker. */
public enum Topic {
  MICROPHONE("microphone"),
  /** A way out: a maker's cloud, peer-to-peer relays, ports mapped at the router. */
  REMOTE_ACCESS("remote access");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /** As people read it. */
  public String title() {
    return title;
  }
}
