package org.camsweep.adversary;

import java.util.ArrayList;
import java.util.List;

/** Connections that are not what they seem. */
final class TcpTricks {
  /** The TCP ports that a scan asks by default, and those of greetings. */
  static final List<Integer> ASKED =
      List.of(
          21, 22, 23, 80, 81, 88, 443, 554, 2020, 8000, 8080, 8081, 8443, 8554, 8899, 9000, 34_567,
          37_777);

  private static final byte[] BINARY = HttpTricks.binary(65_536);

  private TcpTricks() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "tcp-mute",
            "every port is open and says nothing",
            "time of a device",
            everywhere(socket -> Thread.sleep(Tcp.SECONDS * 1_000L))),
        Behaviour.of(
            "tcp-drip-everywhere",
            "every port drips",
            "time of a device",
            everywhere(Tcp.drip("HTTP/1.1 200 OK\r\nX: y\r\n", 900))),
        Behaviour.of(
            "tcp-reset-at-once",
            "resets every connection",
            "manners",
            everywhere(socket -> socket.setSoLinger(true, 0))),
        Behaviour.of(
            "tcp-reset-after-byte",
            "one byte, then a reset",
            "a broken reply",
            everywhere(
                socket -> {
                  Tcp.head(socket);
                  socket.getOutputStream().write('H');
                  socket.getOutputStream().flush();
                  socket.setSoLinger(true, 0);
                })),
        Behaviour.of(
            "tcp-half-open",
            "closes its half and stays",
            "time of a reply",
            everywhere(
                socket -> {
                  socket.shutdownOutput();
                  Thread.sleep(Tcp.SECONDS * 1_000L);
                })),
        Behaviour.of(
            "tcp-no-window",
            "takes nothing of what is said to it",
            "time of a reply",
            everywhere(
                socket -> {
                  socket.setReceiveBufferSize(1);
                  Thread.sleep(Tcp.SECONDS * 1_000L);
                })),
        Behaviour.of(
            "tcp-echo",
            "says back what it hears",
            "parsing",
            everywhere(
                socket -> {
                  byte[] buffer = new byte[4_096];
                  int read = socket.getInputStream().read(buffer);
                  while (read > 0) {
                    socket.getOutputStream().write(buffer, 0, read);
                    read = socket.getInputStream().read(buffer);
                  }
                })),
        Behaviour.of(
            "tcp-talks-first",
            "floods before it is asked",
            "bytes of a reply",
            everywhere(
                socket -> {
                  for (int i = 0; i < 1_000; i++) {
                    socket.getOutputStream().write(BINARY);
                  }
                })),
        Behaviour.of(
            "tarpit",
            "answers at every port with the same page",
            "recognised as a tarpit",
            everywhere(Tcp.says(HttpTricks.length("<title>welcome</title>")))),
        Behaviour.of(
            "tarpit-camera",
            "answers at every port as a camera that could be cleared",
            "recognised as a tarpit",
            everywhere(
                Tcp.says(
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"AXIS_00408C00AD01\","
                        + " nonce=\"1\"\r\nContent-Length: 0\r\n\r\n"))));
  }

  /** Those that hold a scan up for as long as it bears with one device. */
  static List<Behaviour> slow() {
    return List.of(
        Behaviour.of(
            "tcp-busy-everywhere",
            "429 and to come back in 30 s, at every port and every time",
            "time of a device",
            everywhere(Tcp.says("HTTP/1.1 429 Busy\r\nRetry-After: 30\r\n\r\n"))));
  }

  /** Those that no longer answer after their first answer. */
  static List<Behaviour> falling() {
    return List.of(
        falls("tcp-falls-silent"), falls("tcp-falls-silent-too"), falls("tcp-falls-silent-thrice"));
  }

  static Server[] everywhere(Tcp.Talk talk) {
    List<Server> servers = new ArrayList<>();
    ASKED.forEach(port -> servers.add(Tcp.at(port, talk)));
    return servers.toArray(Server[]::new);
  }

  /** Answers on port 80; its kernel takes nothing for it from the first connection there on. */
  private static Behaviour falls(String name) {
    Server page = Tcp.at(80, Tcp.says(HttpTricks.length("<title>falls</title>")));
    List<Server> all = new ArrayList<>(List.of(page));
    List.of(443, 554, 8080).forEach(port -> all.add(Tcp.at(port, s -> {})));
    return Behaviour.of(
        name, "answers once and is gone", "the health guard", all.toArray(Server[]::new));
  }
}
