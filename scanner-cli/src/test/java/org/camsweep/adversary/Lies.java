package org.camsweep.adversary;

import static org.camsweep.adversary.HttpTricks.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Devices that say that they are what they are not. */
final class Lies {
  private static final String DEVICE =
      "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"><s:Body>"
          + "<tds:GetDeviceInformationResponse><tds:Manufacturer>AXIS</tds:Manufacturer>"
          + "<tds:Model>P3245-LV</tds:Model><tds:FirmwareVersion>10.12.1</tds:FirmwareVersion>"
          + "<tds:SerialNumber>00408C00AD02</tds:SerialNumber><tds:HardwareId>7D5</tds:HardwareId>"
          + "</tds:GetDeviceInformationResponse></s:Body></s:Envelope>";

  private Lies() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "lie-declared-only",
            "names a maker that may be here in every field, shows nothing else",
            "clear needs more than words",
            Udp.at(
                3702,
                (asked, place) ->
                    Wsd.asks(asked)
                        ? List.of(
                            Wsd.match(
                                asked,
                                DiscoveryTricks.uuid(20),
                                Wsd.scopes("AXIS%20P3245-LV", "P3245-LV"),
                                "http://" + place.address() + "/onvif/device_service"))
                        : List.of()),
            web(Tcp.says(HttpTricks.length(DEVICE)))),
        Behaviour.of(
            "lie-honeypot",
            "shouts the words of every maker",
            "contested, not confirmed",
            web(
                Tcp.says(
                    "HTTP/1.1 401 No\r\nServer: App-webs/\r\nServer: DNVRS-Webs\r\n"
                        + "WWW-Authenticate: Digest realm=\"AXIS_00408C00AD03\", nonce=\"1\"\r\n"
                        + "WWW-Authenticate: Digest realm=\"IP Camera(C1234)\", nonce=\"1\"\r\n\r\n"
                        + "<title>NETSurveillance WEB</title> /doc/page/login.asp /axis-cgi/ /stw-cgi/"
                        + " /cgi-bin/magicBox.cgi /ISAPI/System/deviceInfo /axis-media/media.amp")),
            Udp.at(
                37020,
                (asked, place) ->
                    List.of(VendorWords.sadp(asked, place.address(), "02:00:00:00:00:03", "DS-H"))),
            Udp.at(
                37810,
                (asked, place) ->
                    List.of(VendorWords.dhip(place.address(), "02:00:00:00:00:03", "DS-H")))),
        Behaviour.of(
            "lie-clone",
            "copies an honest camera's names, MAC, realm and identifiers",
            "the copied is not changed",
            web(Tcp.says(honestPage("00408C0000AA"))),
            Udp.at(
                3702,
                (asked, place) ->
                    Wsd.asks(asked)
                        ? List.of(
                            Wsd.match(
                                asked,
                                HONEST_UUID,
                                Wsd.scopes("AXIS", "Q1"),
                                "http://" + place.victim() + "/onvif/device_service"))
                        : List.of()),
            Udp.at(
                5353,
                (asked, place) ->
                    List.of(
                        DnsTricks.service(
                            "AXIS Q1 - 00408C0000AA",
                            "axis-00408c0000aa.local",
                            place.victim(),
                            "macaddress=00408C0000AA"))),
            Udp.at(
                1900,
                (asked, place) ->
                    List.of(Wsd.ssdp("http://" + place.victim() + "/d.xml", HONEST_UUID, "AXIS")))),
        Behaviour.of(
            "lie-restricted-page",
            "another maker's page at one port, a maker's that may be here at" + " another",
            "contested, not confirmed",
            web(Tcp.says(honestPage("00408C0000AB"))),
            Tcp.at(
                8080,
                Tcp.says(
                    "HTTP/1.1 200 OK\r\nServer: App-webs/\r\n\r\n"
                        + "<script>location='/doc/page/login.asp'</script>"))));
  }

  static final String HONEST_UUID = "5c2b0a11-0000-4000-8000-00408c0000aa";

  /** The page of the honest camera that the lab sets up beside the adversary. */
  static String honestPage(String mac) {
    return "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"AXIS_"
        + mac
        + "\", nonce=\"0001\", algorithm=MD5, qop=\"auth\"\r\nContent-Length: 0\r\n\r\n";
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
