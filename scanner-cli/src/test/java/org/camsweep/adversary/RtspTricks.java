package org.camsweep.adversary;

import java.util.List;

/** Streams' servers, and servers that speak first. */
final class RtspTricks {
  private static final String OK = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n";

  private RtspTricks() {}

  static List<Behaviour> all() {
    return List.of(
        rtsp(
            "rtsp-endless",
            "a description without end",
            "bytes of a reply",
            Tcp.endless(OK + "Content-Type: application/sdp\r\n\r\nv=0\r\n", "a=x:y\r\n")),
        rtsp(
            "rtsp-sdp-huge",
            "a description of 10 MB, its length stated",
            "bytes of a reply",
            Tcp.says(
                OK
                    + "Content-Type: application/sdp\r\nContent-Length: 10000000\r\n\r\n"
                    + "m=video 0 RTP/AVP 96\r\n".repeat(435_000))),
        rtsp(
            "rtsp-sdp-long-line",
            "one line of 60 kB",
            "length of a fact",
            Tcp.says(OK + "Content-Length: 60006\r\n\r\nv=0\r\ns=" + "s".repeat(60_000))),
        rtsp(
            "rtsp-headers",
            "100,000 headers",
            "headers of a reply",
            Tcp.says(OK + "Public: OPTIONS\r\n".repeat(100_000) + "\r\n")),
        rtsp(
            "rtsp-cseq",
            "answers to questions that nobody put",
            "matching of answers",
            Tcp.says("RTSP/1.0 200 OK\r\nCSeq: 99999999999999999999\r\n\r\n")),
        rtsp(
            "rtsp-interleaved",
            "stream data in place of an answer",
            "bytes of a reply",
            Tcp.endless("", "$\u0000\u0004abcd")),
        rtsp("rtsp-drip", "one byte a second", "time of a reply", Tcp.drip(OK, 1_000)),
        rtsp(
            "rtsp-asks-back",
            "requests of its own",
            "parsing",
            Tcp.says("ANNOUNCE rtsp://x/ RTSP/1.0\r\nCSeq: 1\r\n\r\n")),
        Behaviour.of(
            "greeting-endless",
            "greetings without end",
            "bytes of a reply",
            Tcp.at(21, Tcp.endless("", "220-welcome\r\n")),
            Tcp.at(
                22,
                socket -> {
                  for (int i = 0; i < 100_000; i++) {
                    socket
                        .getOutputStream()
                        .write(
                            "SSH-2.0-adversary "
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                  }
                })),
        Behaviour.of(
            "greeting-telnet",
            "option negotiation without end",
            "bytes of a reply",
            Tcp.at(
                23,
                socket -> {
                  for (int i = 0; i < 100_000; i++) {
                    socket
                        .getOutputStream()
                        .write(new byte[] {-1, -5, 1, -1, -3, 3, -1, -1, -1, -6});
                  }
                })));
  }

  private static Behaviour rtsp(String name, String does, String tries, Tcp.Talk talk) {
    return Behaviour.of(name, does, tries, Tcp.at(554, talk), Tcp.at(8554, talk));
  }
}
