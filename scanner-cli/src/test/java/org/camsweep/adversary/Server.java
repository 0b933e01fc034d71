package org.camsweep.adversary;

import java.io.IOException;

/** One server of a hostile device. */
interface Server {
  /** Starts; returns at once. */
  void start(Place place) throws IOException;
}
