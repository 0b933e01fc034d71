package org.camsweep.lab;

import java.util.List;
import java.util.function.Function;

/**
 * A server that the product's authors did not write, and how it starts.
 *
 * @param name name of its host and folder
 * @param segment where its host stands
 * @param number number of its host
 * @param needs the programs that must be there, as paths or as names looked up in the usual places
 * @param prepare what is to be laid into its folder
 * @param commands the servers to start, side by side
 * @param ports the ports that are open once it is ready
 */
record Peer(
    String name,
    Segment segment,
    int number,
    List<String> needs,
    Preparation prepare,
    Function<PeerFolder, List<List<String>>> commands,
    List<Port> ports) {
  /** Lays files into a peer's folder before its servers start. */
  interface Preparation {
    void into(PeerFolder folder);

    Preparation NONE = folder -> {};
  }

  /** A port by which a peer is known to be ready; {@code kind} is tcp or udp. */
  record Port(String kind, int number) {}

  static Port tcp(int number) {
    return new Port("tcp", number);
  }

  static Port udp(int number) {
    return new Port("udp", number);
  }

  String address() {
    return segment.address(number);
  }

  String address6() {
    return segment.address6(number);
  }
}
