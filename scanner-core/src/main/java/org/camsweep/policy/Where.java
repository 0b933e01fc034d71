package org.camsweep.policy;

import org.camsweep.site.Network;

/** On which networks a limb bites, by what the owner said of the network. */
public enum Where {
  ANY,
  /** Marked sensitive, with a reason. */
  SENSITIVE,
  /** Marked as a core network of the organisation. */
  CORE_NETWORK;

  boolean holds(Network network) {
    return switch (this) {
      case ANY -> true;
      case SENSITIVE -> network.sensitive().isPresent();
      case CORE_NETWORK -> network.coreNetwork();
    };
  }

  /** What the network is not, in words. */
  String missing() {
    return switch (this) {
      case ANY -> "";
      case SENSITIVE -> "the network is not marked sensitive";
      case CORE_NETWORK -> "the network is not marked as a core network";
    };
  }
}
