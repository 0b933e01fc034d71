package org.camsweep.interview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.interview.Interviewer.Challenge;
import org.camsweep.probe.interview.InterviewProbe;
import org.camsweep.probe.spi.Shown;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Scope;
import org.camsweep.site.Target;
import org.junit.jupiter.api.Test;

/** What {@code camsweep probes onvif-interview} shows is what goes out, byte for byte. */
class SentRequestsTest {
  private static final String HOST = "127.63.0.9";
  private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");
  private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA==";

  private final List<String> requests = new CopyOnWriteArrayList<>();

  private void serve(ServerSocket door, Challenge challenge) {
    while (!door.isClosed()) {
      try (Socket guest = door.accept()) {
        String request = read(guest);
        requests.add(request);
        boolean more = challenge == Challenge.HTTP_DIGEST && !request.contains("Authorization: ");
        String body =
            more
                ? ""
                : "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><a>"
                    + "<VideoSources token=\"c\"/></a></s:Body></s:Envelope>";
        String head =
            more
                ? "401 No\r\nWWW-Authenticate: Digest realm=\"REALM\", nonce=\"NONCE\", qop=\"auth\""
                : "200 OK\r\nContent-Type: application/soap+xml";
        String answer =
            "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(head, body.length(), body);
        guest.getOutputStream().write(answer.getBytes(ISO_8859_1));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static String read(Socket guest) throws IOException {
    guest.setSoTimeout(3_000);
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    while (true) {
      int next = guest.getInputStream().read();
      if (next < 0) {
        return in.toString(ISO_8859_1);
      }
      in.write(next);
      String text = in.toString(ISO_8859_1);
      Matcher length = LENGTH.matcher(text);
      int head = text.indexOf("\r\n\r\n");
      if (head > 0 && length.find() && text.length() - head - 4 == number(length.group(1))) {
        return text;
      }
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private void interview(Challenge challenge) throws Exception {
    Network network = Networks.of("127.63.0.0/24");
    Target target = Scope.demo(List.of(network)).admit(Cidr.address(HOST)).orElseThrow();
    try (ServerSocket door = new ServerSocket()) {
      door.bind(new InetSocketAddress(target.address().inet(), 0));
      Thread thread = new Thread(() -> serve(door, challenge), "device");
      thread.setDaemon(true);
      thread.start();
      Interviewer.Door to =
          new Interviewer.Door(
              door.getLocalPort(), false, "/onvif/device_service", challenge, Duration.ZERO);
      try (Interviewer own =
          new Interviewer("AGENT", () -> new byte[16], () -> Instant.EPOCH, (t, d) -> true)) {
        own.interview(target, to, new Secret("USER", "pass-word".toCharArray()), w -> false);
      }
    }
  }

  /** With the words in the place of what is another each time, in the order of the probe's list. */
  private List<String> shown() {
    List<String> all = new ArrayList<>();
    for (String request : requests) {
      Matcher length = LENGTH.matcher(request);
      assertThat(length.find()).isTrue();
      int body = request.length() - request.indexOf("\r\n\r\n") - 4;
      assertThat(number(length.group(1))).isEqualTo(body);
      all.add(
          Shown.bytes(
              request
                  .replace("/onvif/device_service", "PATH")
                  .replaceFirst("Content-Length: \\d+", "Content-Length: LENGTH")
                  .replaceFirst("Host: 127\\.63\\.0\\.9:\\d+", "Host: ADDRESS")
                  .replaceFirst(
                      "#PasswordDigest\">[A-Za-z0-9+/]{27}=<", "#PasswordDigest\">DIGEST<")
                  .replace(">" + NONCE + "<", ">NONCE<")
                  .replace(">1970-01-01T00:00:00Z<", ">TIME<")
                  .replaceFirst("nc=0000000\\d", "nc=COUNT")
                  .replaceFirst(" response=\"[0-9a-f]{32}\"", " response=\"RESPONSE\"")
                  .replaceFirst("cnonce=\"\\d+\"", "cnonce=\"CNONCE\"")
                  .getBytes(ISO_8859_1)));
    }
    return all;
  }

  private static String sorted(String request) {
    Matcher login = Pattern.compile("Authorization: Digest (.*?)\\\\r").matcher(request);
    assertThat(login.find()).as(request).isTrue();
    String[] parts = login.group(1).split(", ", -1);
    Arrays.sort(parts);
    return request.replace(login.group(1), String.join(", ", parts));
  }

  @Test
  void withAToken() throws Exception {
    interview(Challenge.TOKEN);
    List<String> sends = new InterviewProbe().about().sends();
    assertThat(sends).hasSize(9);
    assertThat(shown()).containsExactlyElementsOf(sends.subList(0, 7));
  }

  @Test
  void withHttpDigest() throws Exception {
    interview(Challenge.HTTP_DIGEST);
    List<String> sends = new InterviewProbe().about().sends();
    assertThat(sends.get(7)).endsWith(": " + shown().get(0));
    String then = sends.get(8).replaceFirst("^and then so: ", "");
    assertThat(sorted(shown().get(1))).isEqualTo(sorted(then));
  }
}
