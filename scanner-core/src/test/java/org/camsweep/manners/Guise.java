package org.camsweep.manners;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.site.Ports;

/** What the device plays. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies that nobody changes
enum Guise {
  /** ONVIF, a realm that names its firmware, a stream behind a digest. */
  CAMERA(Set.of(80, 443, 554), Set.of(3702)),
  /** Answers a maker's search; everything else is usual. */
  PLATFORM_CAMERA(Set.of(80, 554, 8000), Set.of(37020)),
  /** No discovery of any kind, web pages that name nobody. */
  BARE_CAMERA(Set.of(80, 554), Set.of()),
  RECORDER(Set.of(80, 443, 554, 8443, 9000, 37777), Set.of(3702, 37810)),
  /** Port 80 is open, and nothing that is said there is answered. */
  MUTE_BOX(Set.of(80), Set.of()),
  PRINTER(Set.of(80, 443, 631, 9100, 515), Set.of(1900)),
  TLS_ONLY(Set.of(443), Set.of()),
  SERVER(Set.of(21, 22, 80, 443), Set.of()),
  EVERYTHING_OPEN(everything(), Set.of(3702, 1900));

  final Set<Integer> tcp;

  /** UDP ports that answer; on the others everything is taken in and nothing said. */
  final Set<Integer> answers;

  Guise(Set<Integer> tcp, Set<Integer> answers) {
    this.tcp = Set.copyOf(tcp);
    this.answers = Set.copyOf(answers);
  }

  private static Set<Integer> everything() {
    Set<Integer> ports = new TreeSet<>(Ports.CAMERAS);
    ports.addAll(List.of(21, 22, 23, 515, 631, 9100));
    return ports;
  }

  /** UDP ports that the device listens on, those of the flagged probes too. */
  static List<Integer> udp() {
    List<Integer> ports = new ArrayList<>(List.of(161, 1900, 3702, 5050, 5353, 10000, 10001));
    ports.addAll(List.of(10670, 20002, 9999, 23456, 34569, 37020, 37810));
    ports.addAll(FLAGGED);
    return ports;
  }

  static final List<Integer> FLAGGED = List.of(1757, 2000, 2380, 7701, 32108);

  boolean isTls(int port) {
    return port % 1_000 == 443;
  }
}
