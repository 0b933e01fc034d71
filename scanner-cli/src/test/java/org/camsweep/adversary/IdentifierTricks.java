package org.camsweep.adversary;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Serial numbers, names and identifiers that try to be paths, commands or somebody else's. */
final class IdentifierTricks {
  private static final String PATH = "../../../../etc/cron.d/owned";

  private static final String BACK = "..\\..\\..\\windows\\win.ini\u0000.json";

  /** Bidirectional and terminal controls, a formula, markup and format strings. */
  private static final String BINARY = "=1+1\u202e\u009b2J\u2066<b>&#x1b;[2J\ufeff%n${x}";

  private IdentifierTricks() {}

  static List<Behaviour> all() {
    return List.of(
        Behaviour.of(
            "id-paths",
            "paths in place of serial numbers, identifiers and names",
            "no escape",
            Udp.at(
                3702,
                (asked, place) ->
                    Wsd.asks(asked)
                        ? List.of(
                            Wsd.match(
                                asked,
                                PATH,
                                Wsd.scopes(PATH, BACK),
                                "http://" + place.address() + "/onvif/../../" + PATH))
                        : List.of()),
            Udp.at(37020, (asked, place) -> List.of(sadp(asked, place, PATH))),
            Udp.at(
                37810,
                (asked, place) ->
                    List.of(VendorWords.dhip(place.address(), "02:00:00:00:00:21", PATH))),
            Udp.at(
                1900,
                (asked, place) ->
                    List.of(Wsd.ssdp("http://" + place.address() + "/" + PATH, PATH, BACK)))),
        Behaviour.of(
            "sadp-texts",
            "binary in every word of a search's answer",
            "no escape",
            Udp.at(37020, (asked, place) -> List.of(sadp(asked, place, BINARY)))),
        Behaviour.of(
            "onvif-texts",
            "binary in every word of a device's own information",
            "no escape",
            HttpTricks.web(Tcp.says(HttpTricks.length(information())))),
        Behaviour.of(
            "dhip-claims-out",
            "claims an address out of scope",
            "no pivot",
            Udp.at(
                37810,
                (asked, place) ->
                    List.of(VendorWords.dhip(Place.ELSEWHERE, "02:00:00:00:00:22", "X3")))));
  }

  private static byte[] sadp(byte[] asked, Place place, String words) {
    String text = Lies.text(VendorWords.sadp(asked, place.address(), "02:00:00:00:00:20", "SN"));
    return text.replace("DS-2CD2142FWD-I", words)
        .replace("<DeviceSN>SN", "<DeviceSN>" + words)
        .replace("V5.4.5build 170123", words)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String information() {
    StringBuilder all =
        new StringBuilder(
            "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"><s:Body>"
                + "<tds:GetDeviceInformationResponse>");
    for (String field :
        List.of("Manufacturer", "Model", "FirmwareVersion", "SerialNumber", "HardwareId")) {
      all.append("<tds:%1$s><![CDATA[%2$s]]></tds:%1$s>".formatted(field, BINARY));
    }
    return all.append("</tds:GetDeviceInformationResponse></s:Body></s:Envelope>").toString();
  }
}
