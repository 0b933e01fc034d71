package org.camsweep.adversary;

import static org.camsweep.adversary.HttpTricks.length;
import static org.camsweep.adversary.HttpTricks.web;

import java.util.List;

/** XML, SOAP and JSON that a web server answers to whatever it is asked. */
final class XmlTricks {
  private static final String SOAP =
      "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
          + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><s:Body>%s</s:Body></s:Envelope>";

  private XmlTricks() {}

  static List<Behaviour> all() {
    return List.of(
        xml("xml-entity-bomb", "entities that grow ten thousandfold", bomb()),
        xml(
            "xml-external-http",
            "an external entity at an address out of scope",
            external("http://" + Place.ELSEWHERE + "/x")),
        xml(
            "xml-external-file",
            "an external entity that is a file",
            external("file:///etc/passwd")),
        xml(
            "xml-external-dtd",
            "a document type at an address out of scope",
            "<!DOCTYPE a SYSTEM \"http://" + Place.ELSEWHERE + "/a.dtd\"><a>x</a>"),
        xml("xml-deep", "20,000 levels", "<a>".repeat(20_000)),
        xml("xml-wide", "20,000 elements", "<a>" + "<b>1</b>".repeat(20_000) + "</a>"),
        xml(
            "xml-attribute-10mb",
            "one attribute of 10 MB",
            "<a b=\"" + "c".repeat(10_000_000) + "\"/>"),
        xml("xml-open-quotes", "quotes that never close", "<a b='\"<c d=\"'>".repeat(4_000)),
        xml(
            "xml-entities-odd",
            "character references beyond Unicode",
            "<a>&#x110000;&#99999999999;&#xD800;&#0;&undefined;</a>"),
        onvif(
            "onvif-xaddrs-10000",
            "10,000 services elsewhere",
            "<tds:GetServicesResponse>"
                + ("<tds:Service><tds:Namespace>http://www.onvif.org/ver10/media/wsdl"
                        + "</tds:Namespace><tds:XAddr>http://"
                        + Place.ELSEWHERE
                        + "/onvif/media</tds:XAddr></tds:Service>")
                    .repeat(10_000)
                + "</tds:GetServicesResponse>"),
        clock("onvif-year-99999", "a clock in the year 99999", "99999", "12", "31"),
        clock("onvif-year-minus", "a clock in the year -1", "-1", "0", "-5"),
        clock("onvif-year-1900", "a clock of 1900", "1900", "2", "31"),
        clock("onvif-clock-words", "a clock of words", "soon", "\u202e", ""),
        json("json-deep", "20,000 levels", "[".repeat(20_000)),
        json("json-deep-objects", "20,000 levels of objects", "{\"a\":".repeat(20_000)),
        json("json-string", "a string without end", "{\"a\":\"" + "x".repeat(5_000_000)),
        json(
            "json-number",
            "numbers beyond every type",
            "{\"Brand\":1e999999999,\"b\":-0.00000e-99999,\"c\":" + "9".repeat(50_000) + "}"),
        json("json-keys", "one key 10,000 times", "{" + "\"Brand\":\"x\",".repeat(10_000) + "}"));
  }

  private static Behaviour xml(String name, String does, String body) {
    return Behaviour.of(
        name,
        does,
        "reading of XML",
        web(
            Tcp.says(
                length(
                    body.startsWith("<?") || body.startsWith("<!")
                        ? body
                        : "<?xml version=\"1.0\"?>" + body))));
  }

  private static Behaviour onvif(String name, String does, String body) {
    return Behaviour.of(
        name, does, "no pivot; count of services", web(Tcp.says(length(SOAP.formatted(body)))));
  }

  private static Behaviour clock(String name, String does, String year, String month, String day) {
    String body =
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>Manual"
            + "</tt:DateTimeType><tt:UTCDateTime><tt:Time><tt:Hour>99</tt:Hour><tt:Minute>-1"
            + "</tt:Minute><tt:Second>1e9</tt:Second></tt:Time><tt:Date><tt:Year>"
            + year
            + "</tt:Year><tt:Month>"
            + month
            + "</tt:Month><tt:Day>"
            + day
            + "</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>"
            + "</tds:GetSystemDateAndTimeResponse>";
    return Behaviour.of(
        name, does, "reading of dates", web(Tcp.says(length(SOAP.formatted(body)))));
  }

  private static Behaviour json(String name, String does, String body) {
    String answer = "HTTP/1.1 200 OK\r\nServer: AXIS\r\nContent-Type: application/json\r\n\r\n";
    return Behaviour.of(name, does, "reading of JSON", web(Tcp.says(answer + "/axis-cgi/" + body)));
  }

  private static String bomb() {
    StringBuilder all =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY e0 \"boom\">");
    for (int i = 1; i < 12; i++) {
      all.append("<!ENTITY e")
          .append(i)
          .append(" \"")
          .append(("&e" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return all.append("]><b>&e11;</b>").toString();
  }

  private static String external(String uri) {
    return "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \""
        + uri
        + "\">]><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>&x;"
        + "</s:Body></s:Envelope>";
  }
}
