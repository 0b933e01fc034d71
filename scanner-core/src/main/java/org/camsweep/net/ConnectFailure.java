package org.camsweep.net;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;

/** Why a connection did not come about. */
enum ConnectFailure {
  /** Nothing came back in time. */
  SILENT,
  /** Something on the way, or this machine's own resolution, says that the host is not there. */
  UNREACHABLE,
  /** The host refused: it lives. */
  REFUSED,
  /** The host broke it off: it lives. */
  RESET,
  /** This machine could not send: descriptors, ports or buffers are out. */
  LOCAL;

  /** Reads what the transport says; the words are the system's, passed on by Java and Netty. */
  static ConnectFailure of(Throwable cause) {
    if (cause instanceof ConnectTimeoutException) {
      return SILENT;
    }
    if (LocalTrouble.of(cause) == LocalTrouble.NO_ROUTE) {
      return LOCAL;
    }
    if (cause instanceof NoRouteToHostException || says(cause, "unreachable")) {
      return UNREACHABLE;
    }
    if (cause instanceof ConnectException && says(cause, "refused")) {
      return REFUSED;
    }
    if (says(cause, "timed out")) {
      return SILENT;
    }
    return says(cause, "reset") ? RESET : LOCAL;
  }

  private static boolean says(Throwable cause, String word) {
    return cause.getMessage() != null && cause.getMessage().contains(word);
  }
}
