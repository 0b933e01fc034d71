package org.camsweep.adversary;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a hostile device stands, and whom it knows.
 *
 * @param address its own
 * @param scanner the scanning machine's
 * @param victim an honest camera's, on the same link
 * @param victimMac that camera's hardware address
 * @param calls hears what is asked of the whole link
 */
record Place(String address, String scanner, String victim, String victimMac, Calls calls) {
  /** Out of every scope: routed away. */
  static final String ELSEWHERE = "198.51.100.7";

  /** A name that only a look-up could turn into an address. */
  static final String NAME = "camera.adversary.test";

  InetAddress own() {
    return parse(address);
  }

  static InetAddress parse(String digits) {
    try {
      return InetAddress.getByName(digits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(digits, e);
    }
  }
}
