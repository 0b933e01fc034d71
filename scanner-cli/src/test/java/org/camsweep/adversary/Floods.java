package org.camsweep.adversary;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Datagrams that nobody asked for, some in another's name. */
final class Floods {
  /** In all; more than every limit of the scanner, and an end. */
  private static final int MANY = 50_000;

  private static final byte[] JUNK = HttpTricks.binary(600);

  private static final String GROUP = "239.255.255.250";

  private Floods() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "flood-junk",
            MANY + " datagrams of junk to the ports of searches",
            "datagrams of a sender",
            flood(false, (n, place) -> JUNK)),
        Behaviour.of(
            "flood-hello",
            MANY + " announcements",
            "datagrams of a sender",
            flood(
                false,
                (n, place) ->
                    Wsd.match(
                        new byte[0],
                        "eeeeeeee-0000-0000-0000-%012d".formatted(n),
                        Wsd.scopes("n" + n, "H"),
                        "http://" + place.address() + "/"))),
        Behaviour.of(
            "flood-in-anothers-name",
            MANY + " answers of another maker's search in an honest" + " camera's name",
            "no lies about others",
            flood(
                true,
                (n, place) ->
                    VendorWords.sadp(
                        new byte[0], place.victim(), place.victimMac(), "DS-2CD2142FWD-I" + n))),
        Behaviour.of(
            "flood-mdns",
            MANY + " services of as many names by mDNS",
            "memory of a library",
            place -> {
              DatagramSocket socket = new DatagramSocket(new InetSocketAddress(place.own(), 0));
              InetSocketAddress everybody =
                  new InetSocketAddress(Place.parse("224.0.0.251"), 5_353);
              once(
                  place,
                  37_020,
                  () -> {
                    for (int n = 0; n < MANY; n++) {
                      String host = "n" + n + ".local";
                      Udp.send(
                          socket,
                          DnsTricks.service("n" + n, host, place.address(), "x=" + n),
                          everybody);
                      if (n % 50 == 0) {
                        Thread.sleep(10);
                      }
                    }
                  });
            }),
        Behaviour.of(
            "spoof-mac",
            "an announcement in an honest camera's name, of another hardware address",
            "no lies about others",
            spoof(37_810, place -> VendorWords.dhip(place.victim(), "3c:ef:8c:00:00:01", "X2"))),
        Behaviour.of(
            "spoof-dhip",
            "one announcement in an honest camera's name, of another maker",
            "no lies about others",
            spoof(37_810, place -> VendorWords.dhip(place.victim(), place.victimMac(), "X1"))),
        Behaviour.of(
            "spoof-asked",
            "is asked itself, and answers to the same port in an honest camera's name, of another"
                + " maker",
            "no lies about others",
            place -> {
              DatagramSocket asked = new DatagramSocket(new InetSocketAddress(place.own(), 37_810));
              Threads.start(() -> answerForAnother(asked, place));
            }),
        Behaviour.of(
            "spoof-wsd",
            "a Bye in an honest camera's name",
            "no lies about others",
            spoof(
                3_702,
                place ->
                    Lies.ascii(
                        "<Envelope><Bye><Address>urn:uuid:"
                            + Lies.HONEST_UUID
                            + "</Address></Bye></Envelope>"))),
        Behaviour.of(
            "spoof-scanner",
            "answers in the scanner's own name",
            "own addresses",
            place -> {
              DatagramSocket socket = new DatagramSocket(null);
              socket.bind(new InetSocketAddress(place.own(), 0));
              repeat(
                  socket,
                  () ->
                      Udp.send(
                          socket,
                          VendorWords.sadp(new byte[0], place.scanner(), "02:77:01:00:00:02", "S1"),
                          new InetSocketAddress(Place.parse(GROUP), 37_020)));
            }),
        Behaviour.of(
            "trap-snmp", "SNMP traps to the scanner", "nothing listens", toScanner(162, 200)),
        Behaviour.of(
            "offer-dhcp", "DHCP offers to the scanner", "nothing listens", toScanner(68, 200)));
  }

  private interface Words {
    byte[] of(int n, Place place);
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Begins when the first question is heard, so that it meets a scan at work. */
  private static Server flood(boolean victim, Words words) {
    return place -> {
      DatagramSocket socket = new DatagramSocket(null);
      socket.bind(new InetSocketAddress(victim ? Place.parse(place.victim()) : place.own(), 0));
      once(
          place,
          37_020,
          () -> {
            for (int n = 0; n < MANY; n++) {
              int port = victim ? 37_020 : n % 3 == 0 ? 3_702 : n % 3 == 1 ? 1_900 : 37_020;
              Udp.send(socket, words.of(n, place), new InetSocketAddress(Place.parse(GROUP), port));
              if (n % 50 == 0) {
                Thread.sleep(10);
              }
            }
          });
    };
  }

  /** Whoever is asked, himself or with everybody, speaks in another's name. */
  private static Server spoof(int port, java.util.function.Function<Place, byte[]> words) {
    return place -> {
      InetAddress victim = Place.parse(place.victim());
      Udp.Way inItsName =
          (own, answers, to) -> {
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(victim, 0))) {
              Udp.STRAIGHT.send(socket, answers, to);
            }
          };
      Udp.at(port, (asked, here) -> List.of(words.apply(here)), inItsName).start(place);
    };
  }

  /** Five times a second for a minute, so that it meets the camera's turn. */
  private static void answerForAnother(DatagramSocket asked, Place place)
      throws IOException, InterruptedException {
    DatagramPacket question = new DatagramPacket(new byte[2_048], 2_048);
    asked.receive(question);
    try (DatagramSocket inItsName =
        new DatagramSocket(new InetSocketAddress(Place.parse(place.victim()), 0))) {
      for (int i = 0; i < 300; i++) {
        Udp.send(
            inItsName,
            VendorWords.dhip(place.victim(), "3c:ef:8c:00:00:02", "X3"),
            question.getSocketAddress());
        Thread.sleep(200);
      }
    }
  }

  private static Server toScanner(int port, int times) {
    return place -> {
      DatagramSocket socket = new DatagramSocket(new InetSocketAddress(place.own(), 0));
      once(
          place,
          3_702,
          () -> {
            for (int i = 0; i < times; i++) {
              Udp.send(
                  socket,
                  HttpTricks.binary(300),
                  new InetSocketAddress(Place.parse(place.scanner()), port));
            }
          });
    };
  }

  private static void once(Place place, int port, Threads.Work work) throws IOException {
    java.util.concurrent.atomic.AtomicBoolean begun =
        new java.util.concurrent.atomic.AtomicBoolean();
    place
        .calls()
        .hear(
            port,
            (asked, from) -> {
              if (begun.compareAndSet(false, true)) {
                Threads.start(work);
              }
            });
  }

  private static void repeat(DatagramSocket socket, Step step) {
    Threads.start(
        () -> {
          try (socket) {
            for (int i = 0; i < 60; i++) {
              step.run();
              Thread.sleep(1_000);
            }
          }
        });
  }
}
