package org.camsweep.manners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;

/** What the device says. Every answer holds out bait that a polite scanner leaves alone. */
final class Script {
  private static final String PAGE =
      "<html><head><title>Network Camera</title><link rel=\"icon\" href=\"/favicon.ico\">"
          + "</head><body><img src=\"/snapshot.jpg\"><a href=\"/cgi-bin/reboot.cgi\">x</a>"
          + "<script>location.href='/video.mjpg'</script></body></html>";

  private Script() {}

  /** The answer to one request on a stream; empty where nothing is said. */
  static Optional<String> stream(Guise guise, int port, String request) {
    if (guise == Guise.MUTE_BOX) {
      return Optional.empty();
    }
    if (request.contains(" RTSP/1.0\r\n")) {
      String sequence = request.replaceAll("(?s).*CSeq: (\\d+).*", "$1");
      return Optional.of(
          request.startsWith("OPTIONS")
              ? head("RTSP/1.0 200 OK", "CSeq: " + sequence, "Public: OPTIONS, DESCRIBE, PLAY")
              : head(
                  "RTSP/1.0 401 Unauthorized",
                  "CSeq: " + sequence,
                  "WWW-Authenticate: Digest realm=\"IP Camera(12345)\", nonce=\"1\""));
    }
    boolean close = request.contains("Connection: close");
    if (request.startsWith("POST") && request.contains("Envelope")) {
      return Optional.of(
          guise.answers.contains(3702)
              ? http("200 OK", "application/soap+xml", soap(request), close)
              : http("404 Not Found", "text/html", "no", close));
    }
    String path = request.split(" ", 3)[1];
    return Optional.of(
        switch (path) {
          case "/" -> http("200 OK", "text/html", PAGE, close);
          case "/favicon.ico" -> http("200 OK", "image/x-icon", "\0\0\1\0icon", close);
          default -> http("401 Unauthorized", "text/html", "no", close);
        });
  }

  private static String soap(String request) {
    String clock =
        "<tt:UTCDateTime xmlns:tt=\"http://www.onvif.org/ver10/schema\"><tt:Time><tt:Hour>1</tt:Hour>"
            + "<tt:Minute>2</tt:Minute><tt:Second>3</tt:Second></tt:Time><tt:Date>"
            + "<tt:Year>2026</tt:Year><tt:Month>1</tt:Month><tt:Day>2</tt:Day></tt:Date>"
            + "</tt:UTCDateTime>";
    return "<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body>"
        + (request.contains("GetSystemDateAndTime") ? clock : "<Any/>")
        + "</env:Body></env:Envelope>";
  }

  private static String http(String status, String type, String body, boolean close) {
    return head(
            "HTTP/1.1 " + status,
            "Server: Device/1.0",
            "Content-Type: " + type,
            "Content-Length: " + body.length(),
            "Connection: " + (close ? "close" : "keep-alive"))
        + body;
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /** The answers to a datagram. */
  static List<byte[]> datagram(Guise guise, int port, String address) {
    String said =
        switch (guise.answers.contains(port) ? port : 0) {
          case 3702 ->
              "<Envelope><Body><ProbeMatches><ProbeMatch><Types>dn:NetworkVideoTransmitter</Types>"
                  + "<XAddrs>http://"
                  + address
                  + "/onvif/device_service</XAddrs></ProbeMatch></ProbeMatches></Body></Envelope>";
          case 1900 ->
              head(
                  "HTTP/1.1 200 OK",
                  "ST: upnp:rootdevice",
                  "USN: uuid:1::upnp:rootdevice",
                  "LOCATION: http://" + address + ":80/description.xml");
          case 37020 ->
              "<?xml version=\"1.0\"?><ProbeMatch><Types>inquiry</Types>"
                  + "<DeviceDescription>MODEL-7</DeviceDescription><HttpPort>80</HttpPort>"
                  + "<MAC>02-00-00-00-00-07</MAC></ProbeMatch>";
          case 37810 ->
              framed(
                  "{\"mac\":\"02:00:00:00:00:08\",\"method\":"
                      + "\"client.notifyDevInfo\",\"params\":{\"deviceInfo\":{\"DeviceType\":\"REC-8\","
                      + "\"HttpPort\":80}}}\n");
          default -> "";
        };
    return said.isEmpty() ? List.of() : List.of(said.getBytes(ISO_8859_1));
  }

  private static String framed(String json) {
    char length = (char) json.length();
    return " \0\0\0DHIP\0\0\0\0\0\0\0\0"
        + length
        + "\0\0\0\0\0\0\0"
        + length
        + "\0\0\0\0\0\0\0"
        + json;
  }
}
