package org.camsweep.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camsweep.adversary.Behaviours;

/** Who stands where when the adversary is in the lab. */
final class AdversaryAddresses {
  static final int FIRST = 34;

  /** Where those stand that are gone after one answer. */
  static final int FIRST_FALLING = 224;

  /** Honest cameras that stand on both links: of a maker that may be here, and of another. */
  static final int OPEN = 32;

  static final int RESTRICTED = 33;

  /** On the scanner's link, one box answers for all of these. */
  static final String OWNED = "10.77.1.240/28";

  /** Behind the router, one box answers for all of these. */
  static final String FAR_OWNED = "10.77.2.128/25";

  private AdversaryAddresses() {}

  /** The names of the hostile devices by their addresses. */
  static Map<String, String> devices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < Behaviours.names().size(); i++) {
      all.put(Segment.SITE.address(FIRST + i), Behaviours.names().get(i));
    }
    for (int i = 0; i < Behaviours.farNames().size(); i++) {
      all.put(Segment.FAR.address(FIRST + i), Behaviours.farNames().get(i) + " (far)");
    }
    for (int i = 0; i < Behaviours.fallingNames().size(); i++) {
      all.put(Segment.SITE.address(FIRST_FALLING + i), Behaviours.fallingNames().get(i));
    }
    return all;
  }

  /** How many addresses answer besides the honest ones: one for each behaviour, and two blocks. */
  static int hostile() {
    return Behaviours.names().size() + Behaviours.farNames().size() + 16 + 127 + 4;
  }

  /** What one box on the link answers for. */
  static List<String> owned() {
    return IntStream.range(240, 255).mapToObj(Segment.SITE::address).toList();
  }

  /** What one box behind the router answers for. */
  static List<String> farOwned() {
    return IntStream.range(128, 255).mapToObj(Segment.FAR::address).toList();
  }

  /** The address of a hostile device; {@code name (far)} is the one behind the router. */
  static String of(String name) {
    return devices().entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** What each honest camera is asked before a scan begins, as the visitor takes it. */
  static List<String> honestQuestions() {
    List<String> all = new ArrayList<>();
    for (Segment segment : Segment.values()) {
      all.add("tcp:" + segment.address(OPEN) + ":80");
      all.add("udp:" + segment.address(OPEN) + ":3702");
      all.add("tcp:" + segment.address(RESTRICTED) + ":80");
      all.add("udp:" + segment.address(RESTRICTED) + ":37020");
    }
    return all;
  }

  /** The same of hostile devices: some of every process, of those that answer at all. */
  static List<String> hostileQuestions() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("tarpit", "tarpit (far)", "tarpit-camera", "tarpit-camera (far)")) {
      List.of(21, 80, 554, 37_777).forEach(port -> all.add("tcp:" + of(name) + ":" + port));
    }
    List.of(80, 8080).forEach(port -> all.add("tcp:" + of("lie-restricted-page") + ":" + port));
    all.add("udp:" + of("wsd-xaddr-out") + ":3702");
    all.add("udp:" + of("sadp-claims-out") + ":37020");
    all.add("udp:" + of("dhip-claims-neighbour") + ":37810");
    all.add("udp:" + of("mdns-srv-out") + ":5353");
    for (String address : List.of(owned().get(0), farOwned().get(0))) {
      all.add("tcp:" + address + ":80");
      all.add("tcp:" + address + ":554");
    }
    return all;
  }

  /** The same of those that will be gone after one answer; their page is not asked for. */
  static List<String> fallingQuestions() {
    return Behaviours.fallingNames().stream().map(name -> "tcp:" + of(name) + ":443").toList();
  }
}
