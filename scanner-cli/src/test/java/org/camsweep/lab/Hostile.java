package org.camsweep.lab;

import static org.camsweep.lab.Peer.tcp;
import static org.camsweep.lab.Peer.udp;

import java.util.ArrayList;
import java.util.List;

/** Devices that try to make the scanner speak to somebody else, or that say nothing at all. */
final class Hostile {
  /**
   * Where {@link #POINTER} points: routed away, on the scanner's own link but out of scope, and a
   * name that only a look-up in the DNS could turn into an address.
   */
  static final List<String> ELSEWHERE =
      List.of(
          "198.51.100.7",
          Segment.SITE.address(Cameras.OUTSIDER_NUMBER),
          "10.99.0.1",
          "camera.lab.test",
          "[2001:db8::7]");

  /** A camera by its words, whose every address is somebody else's. */
  static final Peer POINTER =
      new Peer(
          "pointer",
          Segment.SITE,
          30,
          List.of("/usr/bin/python3"),
          Peer.Preparation.NONE,
          folder -> {
            List<String> words =
                new ArrayList<>(
                    List.of(
                        "/usr/bin/python3", Cameras.source("pointer/start.py"), folder.address()));
            words.addAll(ELSEWHERE);
            return List.of(words);
          },
          List.of(udp(3702), udp(1900), tcp(554), tcp(80)));

  /** Its kernel answers ARP; every packet to it is dropped. */
  static final int MUTE_NUMBER = 31;

  private Hostile() {}
}
