package org.camsweep.adversary;

import java.util.ArrayList;
import java.util.List;

/** Multicast DNS: messages that are wrong, and records about others. */
final class DnsTricks {
  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int SRV = 33;
  private static final String TYPE = "_axis-video._tcp.local";

  private DnsTricks() {}

  static List<Behaviour> all() {
    return List.of(
        dns(
            "dns-loop",
            "names that point at themselves",
            "jumps of a name",
            (asked, place) ->
                List.of(
                    Dns.answer(2)
                        .raw(
                            new byte[] {
                              (byte) 0xc0, 12, 0, 12, 0, 1, 0, 0, 0, 1, 0, 2, (byte) 0xc0, 24
                            })
                        .bytes())),
        dns(
            "dns-counts",
            "65,535 records stated, none there",
            "records of a message",
            (asked, place) -> List.of(Dns.answer(65_535).bytes())),
        dns(
            "dns-forward",
            "a name that points behind the message",
            "jumps of a name",
            (asked, place) ->
                List.of(
                    Dns.answer(1)
                        .raw(new byte[] {(byte) 0xff, -1, 0, 12, 0, 1, 0, 0, 0, 1, -1, -1})
                        .bytes())),
        dns(
            "dns-many",
            "1,000 services in each of ten messages",
            "records of a message",
            (asked, place) -> many()),
        dns(
            "mdns-srv-name",
            "a service at a name of the internet",
            "no look-up",
            (asked, place) -> List.of(service("pointer", Place.NAME, Place.ELSEWHERE, "n=1"))),
        dns(
            "mdns-srv-out",
            "a service at an address out of scope",
            "no pivot",
            (asked, place) -> List.of(service("out", "out.local", Place.ELSEWHERE, "n=1"))),
        dns(
            "mdns-claims-neighbour",
            "another maker's service at an honest camera's address",
            "no lies about others",
            (asked, place) ->
                List.of(
                    service(
                        "AXIS Q9999 - 00408C000001",
                        "axis-00408c000001.local",
                        place.victim(),
                        "macaddress=00408C000001"))),
        dns(
            "mdns-claims-scanner",
            "a camera at the scanner's own address",
            "own addresses",
            (asked, place) -> List.of(service("self", "self.local", place.scanner(), "n=1"))),
        dns(
            "mdns-claims-loopback",
            "a camera at 127.0.0.1",
            "no pivot",
            (asked, place) -> List.of(service("lo", "lo.local", "127.0.0.1", "n=1"))),
        dns(
            "mdns-texts",
            "binary in names and texts",
            "no escape",
            (asked, place) ->
                List.of(
                    service(
                        "\u001b[2J\u202e<b>",
                        "x\u0000y.local",
                        place.address(),
                        "\u0000\u0001=\ufffd",
                        "=cmd|' /C calc'!A0"))));
  }

  private static Behaviour dns(String name, String does, String tries, Udp.Words words) {
    return Behaviour.of(name, does, tries, Udp.at(5353, words));
  }

  static byte[] service(String instance, String host, String address, String... texts) {
    String full = instance.replace('.', '-') + "." + TYPE;
    byte[] pointer = Dns.name(full);
    return Dns.answer(4)
        .record(TYPE, PTR, pointer)
        .record(full, SRV, Dns.service(host))
        .record(full, TXT, Dns.text(texts))
        .record(host, A, Place.parse(address).getAddress())
        .bytes();
  }

  private static List<byte[]> many() {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Dns dns = Dns.answer(1_000);
      for (int k = 0; k < 1_000; k++) {
        dns.record(TYPE, PTR, Dns.name("i" + i + "-" + k + "." + TYPE));
      }
      all.add(dns.bytes());
    }
    return all;
  }
}
