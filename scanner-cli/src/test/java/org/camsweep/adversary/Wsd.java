package org.camsweep.adversary;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of WS-Discovery and SSDP. */
final class Wsd {
  private static final Pattern ID = Pattern.compile("MessageID[^>]*>([^<]{1,100})<");

  private Wsd() {}

  static boolean asks(byte[] asked) {
    return new String(asked, StandardCharsets.UTF_8).contains("Probe>");
  }

  static byte[] match(byte[] asked, String uuid, String scopes, String addresses) {
    Matcher id = ID.matcher(new String(asked, StandardCharsets.UTF_8));
    String text =
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
            + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
            + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"><s:Header><a:RelatesTo>"
            + (id.find() ? id.group(1) : "")
            + "</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>"
            + "<a:EndpointReference><a:Address>urn:uuid:"
            + uuid
            + "</a:Address></a:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types>"
            + "<d:Scopes>"
            + scopes
            + "</d:Scopes><d:XAddrs>"
            + addresses
            + "</d:XAddrs>"
            + "</d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String scopes(String name, String hardware) {
    return "onvif://www.onvif.org/name/" + name + " onvif://www.onvif.org/hardware/" + hardware;
  }

  static byte[] ssdp(String location, String usn, String server) {
    return ("HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nLOCATION: "
            + location
            + "\r\nSERVER: "
            + server
            + "\r\nST: upnp:rootdevice\r\nUSN: uuid:"
            + usn
            + "::upnp:rootdevice\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
