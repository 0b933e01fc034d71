package org.camsweep.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** Another program has a port that the simulated site needs. */
final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  PortTakenException(InetSocketAddress at, BindException cause) {
    super(
        at.getAddress().getHostAddress()
            + " port "
            + at.getPort()
            + " is not free: "
            + cause.getMessage(),
        cause);
  }
}
