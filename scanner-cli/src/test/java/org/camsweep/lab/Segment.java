package org.camsweep.lab;

import java.util.Locale;

/** One link of the lab: a bridge with its own addresses. Hosts are told apart by a number. */
enum Segment {
  /** Where the scanner stands. */
  SITE("10.77.1.", "fd77:1::", "02:77:01"),
  /** Behind the router. */
  FAR("10.77.2.", "fd77:2::", "02:77:02");

  private final String four;
  private final String six;
  private final String mac;

  Segment(String four, String six, String mac) {
    this.four = four;
    this.six = six;
    this.mac = mac;
  }

  /** The IPv4 address of host {@code n}, 1 to 254; the router is 1. */
  String address(int n) {
    return four + n;
  }

  /** The IPv6 address of host {@code n}. */
  String address6(int n) {
    return six + Integer.toHexString(n);
  }

  /** Both families' blocks: IPv4 first. */
  String block() {
    return four + "0/24";
  }

  String block6() {
    return six + "/64";
  }

  /** A locally administered address: no maker's prefix, so that nothing is told by it. */
  String mac(int n) {
    return String.format("%s:00:00:%02x", mac, n);
  }

  /** The name of its bridge and of the router's interface on it. */
  String link() {
    return name().toLowerCase(Locale.ROOT);
  }
}
