package org.camsweep.probe.interview;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camsweep.probe.spi.Shown;

/**
 * The requests of an interview, byte for byte as room {@code interview} has them sent, so that they
 * can be shown. PATH, LENGTH, ADDRESS and AGENT stand for what each request says of itself; USER,
 * DIGEST, NONCE, TIME, REALM, COUNT and RESPONSE for the log-in. A test holds them against what
 * Apache CXF puts on the wire.
 */
final class InterviewRequests {
  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
  private static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

  /** ONVIF Core, user authentication: OASIS UsernameToken Profile 1.0 with a password digest. */
  private static final String TOKEN =
      "<soap:Header><wsse:Security soap:mustUnderstand=\"true\" xmlns:wsse=\""
          + SECURITY
          + "wssecurity-secext-1.0.xsd\"><wsse:UsernameToken><wsse:Username>USER</wsse:Username>"
          + "<wsse:Password Type=\""
          + SECURITY
          + "username-token-profile-1.0#PasswordDigest\">DIGEST</wsse:Password>"
          + "<wsse:Nonce EncodingType=\""
          + SECURITY
          + "soap-message-security-1.0#Base64Binary\">NONCE</wsse:Nonce>"
          + "<wsu:Created xmlns:wsu=\""
          + SECURITY
          + "wssecurity-utility-1.0.xsd\">TIME</wsu:Created></wsse:UsernameToken></wsse:Security>"
          + "</soap:Header>";

  /** RFC 7616, as it answers a challenge. */
  private static final String AUTHORISATION =
      "Authorization: Digest qop=auth, nc=COUNT, response=\"RESPONSE\", realm=\"REALM\","
          + " nonce=\"NONCE\", uri=\"PATH\", cnonce=\"CNONCE\", username=\"USER\","
          + " algorithm=MD5\r\n";

  private static final String FIRST = body(DEVICE, "GetDeviceInformation");

  private static final List<String> MORE =
      List.of(
          body(DEVICE, "GetNetworkInterfaces"),
          body(DEVICE, "GetScopes"),
          "<GetCapabilities xmlns=\"" + DEVICE + "\"><Category>Media</Category></GetCapabilities>",
          body(MEDIA, "GetVideoSources"),
          body(MEDIA, "GetProfiles"),
          body(MEDIA, "GetAudioSources"));

  private InterviewRequests() {}

  private static String body(String namespace, String operation) {
    return "<" + operation + " xmlns=\"" + namespace + "\"/>";
  }

  /** As {@code camsweep probes} shows them. */
  static List<String> shown() {
    List<String> all = new java.util.ArrayList<>();
    all.add(shown("", TOKEN, FIRST));
    MORE.forEach(body -> all.add(shown("", TOKEN, body)));
    all.add("where HTTP Digest is asked for, each first so: " + shown("", "", FIRST));
    all.add("and then so: " + shown(AUTHORISATION, "", FIRST));
    return all;
  }

  private static String shown(String authorisation, String header, String body) {
    String request =
        "POST PATH HTTP/1.1\r\nContent-Length: LENGTH\r\nHost: ADDRESS\r\nAccept: */*\r\n"
            + authorisation
            + "Content-Type: application/soap+xml; charset=UTF-8\r\nUser-Agent: AGENT\r\n\r\n"
            + "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">"
            + header
            + "<soap:Body>"
            + body
            + "</soap:Body></soap:Envelope>";
    return Shown.bytes(request.getBytes(StandardCharsets.US_ASCII));
  }
}
