package org.camsweep.adversary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makers' own searches: claims about others, lengths that lie, and too much. */
final class VendorTricks {
  private VendorTricks() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "sadp-claims-neighbour",
            "claims an honest camera's address, MAC and serial number",
            "no lies about others",
            Udp.at(
                37020,
                (asked, place) ->
                    List.of(
                        VendorWords.sadp(
                            asked,
                            place.victim(),
                            place.victimMac(),
                            "AXIS" + place.victimMac())))),
        Behaviour.of(
            "sadp-claims-out",
            "claims an address out of scope",
            "no pivot",
            Udp.at(
                37020,
                (asked, place) ->
                    List.of(
                        VendorWords.sadp(asked, Place.ELSEWHERE, "02:00:00:00:00:01", "DS0001")))),
        Behaviour.of(
            "sadp-huge",
            "an answer of 64 kB of one element",
            "length of a fact",
            Udp.at(
                37020,
                (asked, place) ->
                    List.of(
                        ("<ProbeMatch><DeviceSN>" + "9".repeat(65_000))
                            .getBytes(StandardCharsets.US_ASCII)))),
        Behaviour.of(
            "sadp-many",
            "10,000 devices in as many answers",
            "answers of a sender",
            Udp.at(
                37020,
                (asked, place) ->
                    Udp.many(
                        10_000,
                        i ->
                            VendorWords.sadp(
                                asked,
                                place.victim(),
                                "02:00:00:00:%02x:%02x".formatted(i / 256, i % 256),
                                "SN" + i)))),
        Behaviour.of(
            "dhip-claims-neighbour",
            "claims an honest camera's address, MAC and serial number",
            "no lies about others",
            Udp.at(
                37810,
                (asked, place) ->
                    List.of(
                        VendorWords.dhip(
                            place.victim(), place.victimMac(), "AXIS" + place.victimMac())))),
        Behaviour.of(
            "dhip-deep",
            "20,000 levels in a datagram",
            "levels of JSON",
            Udp.at(
                37810,
                (asked, place) -> List.of(VendorWords.dhip("{\"params\":" + "[".repeat(20_000))))),
        Behaviour.of(
            "dhip-lengths",
            "a head whose lengths lie",
            "reading of lengths",
            Udp.at(
                37810,
                (asked, place) -> {
                  byte[] answer = VendorWords.dhip("{\"method\":\"client.notifyDevInfo\"}");
                  for (int i = 8; i < 32; i++) {
                    answer[i] = -1;
                  }
                  return List.of(answer, java.util.Arrays.copyOf(answer, 20));
                })),
        Behaviour.of(
            "dhip-texts",
            "binary in every word",
            "no escape",
            Udp.at(
                37810,
                (asked, place) ->
                    List.of(
                        VendorWords.dhip(
                            "\u001b[2J\u202e", "\u0000\u0001", "=cmd|'\\u0000\\ud800")))),
        noise("noise-ubiquiti", 10_001),
        noise("noise-xm", 34_569),
        noise("noise-dhold", 5_050),
        noise("noise-bosch", 1_757),
        noise("noise-panasonic", 10_670),
        noise("noise-hanwha", 7_701),
        noise("noise-snmp", 161),
        noise("noise-tplink", 20_002),
        noise("noise-pppp", 32_108),
        noise("noise-foscam", 10_000),
        noise("noise-reolink", 2_000));
  }

  /** Type-length-value of every sort, all wrong, to whatever is asked. */
  private static Behaviour noise(String name, int port) {
    return Behaviour.of(
        name,
        "datagrams whose lengths lie, to UDP port " + port,
        "reading of lengths",
        Udp.at(
            port,
            (asked, place) -> {
              List<byte[]> all = new ArrayList<>();
              byte[] echo = asked.clone();
              for (int i = 4; i < echo.length; i++) {
                echo[i] = -1;
              }
              all.add(echo);
              all.add(asked);
              all.add(HttpTricks.binary(60_000));
              all.add(new byte[0]);
              all.add(new byte[] {1, 0, -1, -1, 1, 0, -1});
              return all;
            }));
  }
}
