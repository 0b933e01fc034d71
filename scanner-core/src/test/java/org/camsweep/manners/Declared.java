package org.camsweep.manners;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every datagram that may be sent, written down here a second time and on purpose: nothing is taken
 * from the probes. What varies is a UUID, or a few arbitrary bytes that a protocol wants echoed.
 */
public final class Declared {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String ANY_BYTE = "[\\x00-\\xff]";
  private static final String IPV4_OF_ASKER = ANY_BYTE + "{4}";

  /** Port to what goes there. */
  private static final Map<Integer, List<Pattern>> ALL =
      Map.ofEntries(
          Map.entry(
              3702,
              List.of(
                  probe(
                      " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"",
                      "<d:Types>dn:NetworkVideoTransmitter</d:Types>"),
                  probe(
                      " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\"",
                      "<d:Types>tds:Device</d:Types>"),
                  probe("", "<d:Types/><d:Scopes/>"))),
          Map.entry(
              37020,
              List.of(
                  Pattern.compile(
                      "<\\?xml version=\"1\\.0\" encoding=\"utf-8\"\\?><Probe><Uuid>"
                          + UUID.replace("a-f", "A-F")
                          + "</Uuid><Types>inquiry</Types></Probe>"))),
          Map.entry(
              37810,
              List.of(
                  text(
                      " \0\0\0DHIP\0\0\0\0\0\0\0\0;\0\0\0\0\0\0\0;\0\0\0\0\0\0\0"
                          + "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\n"))),
          Map.entry(5050, List.of(hex("a301000100000000000000000000000002" + "00".repeat(15)))),
          Map.entry(34569, List.of(hex("ff00000000000000000000000000fa0500000000"))),
          Map.entry(23456, List.of(hex("4d4845440800010001000000" + "00".repeat(128)))),
          Map.entry(
              10000,
              List.of(
                  Pattern.compile("\\x01" + ANY_BYTE + "{4}"),
                  hex("4d4f5f49" + "00".repeat(11) + "04" + "00".repeat(7) + "00000001"))),
          Map.entry(
              10670,
              List.of(
                  Pattern.compile(
                      quoted("0001002a000d" + "00".repeat(6) + "ff".repeat(6))
                          + IPV4_OF_ASKER
                          + quoted(
                              "000020111e1123"
                                  + "1f1e1913"
                                  + "00000201"
                                  + "00".repeat(11)
                                  + "fff0002600200021002200230025002800400041004200"
                                  + "4400a500a600a700a800ad00b300b400b700b8ffff1170")))),
          Map.entry(20002, List.of(hex("02000001000000000000000" + "0463cb5d3"))),
          Map.entry(
              9999, List.of(hex("d0f281f88bff9af7d5ef94b6d1b4c09fec95e68fe187e8caf08bf68bf6"))),
          Map.entry(10001, List.of(hex("01000000"))),
          Map.entry(
              1900,
              List.of(
                  search("upnp:rootdevice"),
                  search("urn:axis-com:service:BasicService:1"),
                  search("urn:schemas-upnp-org:service:EmbeddedNetDeviceControl:1"))),
          Map.entry(
              5353,
              List.of(
                  Pattern.compile(
                      quoted("0000000000080000" + "00000000")
                          + "(?:(?:[\\x01-\\x20][_A-Za-z-]+){2}\\x05local\\x00\\x00\\x0c\\x80\\x01){8}"))),
          Map.entry(7701, List.of(hex("01" + "00".repeat(261)))),
          Map.entry(
              1757,
              List.of(Pattern.compile(quoted("9939a427") + ANY_BYTE + "{4}" + quoted("ff0006de")))),
          Map.entry(2380, List.of(text("\u0002ENQ:allinfo\u00ff\u0003"))),
          Map.entry(2000, List.of(hex("aaaa0000"))),
          Map.entry(32108, List.of(hex("f1300000"))));

  private Declared() {}

  /** What is wrong with a datagram to a port; empty if it is one of those declared. */
  public static Optional<String> fault(int port, String latin1) {
    boolean known =
        ALL.getOrDefault(port, List.of()).stream().anyMatch(p -> p.matcher(latin1).matches());
    return known ? Optional.empty() : Optional.of("udp/" + port + " was sent " + latin1);
  }

  private static Pattern probe(String namespace, String body) {
    return Pattern.compile(
        Pattern.quote(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
                    + " xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                    + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
                    + namespace
                    + "><e:Header><w:MessageID>urn:uuid:")
            + UUID
            + Pattern.quote(
                "</w:MessageID><w:To e:mustUnderstand=\"true\">"
                    + "urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To><w:Action"
                    + " e:mustUnderstand=\"true\">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe"
                    + "</w:Action></e:Header><e:Body><d:Probe>"
                    + body
                    + "</d:Probe></e:Body></e:Envelope>"));
  }

  private static Pattern search(String target) {
    return text(
        "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\n"
            + "ST: "
            + target
            + "\r\n\r\n");
  }

  private static Pattern text(String text) {
    return Pattern.compile(Pattern.quote(text));
  }

  private static Pattern hex(String hex) {
    return Pattern.compile(quoted(hex));
  }

  private static String quoted(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return Pattern.quote(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
