package org.camsweep.capture;

import java.io.IOException;
import java.util.Optional;

/** The frames of a file, one after the other. */
interface FrameSource {
  /** The next frame; empty at the end, and where the file is too damaged to be read further. */
  Optional<Frame> next() throws IOException;
}
