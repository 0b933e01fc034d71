package org.camsweep.nmap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.camsweep.observe.Mac;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/** Gathers one host from the elements of a report; what is beyond a bound is left out. */
final class HostReading {
  private static final int MAX_PORTS = 4_096;
  private static final int MAX_SCRIPTS = 64;
  private static final int MAX_VALUES = 128;
  private static final int MAX_TEXT = 64 * 1024;

  private final List<Address> addresses = new ArrayList<>();
  private final List<NmapHost.Port> ports = new ArrayList<>();
  private final List<NmapHost.Script> hostScripts = new ArrayList<>();
  private Optional<Mac> mac = Optional.empty();
  private boolean inHost;
  private boolean up;
  private Instant at = Instant.EPOCH;
  private boolean inPort;
  private boolean open;
  private String transport = "";
  private int number;
  private Map<String, String> service = Map.of();
  private List<NmapHost.Script> scripts = new ArrayList<>();
  private String script = "";
  private String output = "";
  private Map<String, String> values = new LinkedHashMap<>();
  private String key = "";
  private StringBuilder text = new StringBuilder();

  void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "host" -> {
        inHost = true;
        at = instant(attribute(xml, "endtime"));
      }
      case "status" -> up = inHost ? attribute(xml, "state").equals("up") : up;
      case "address" -> address(attribute(xml, "addr"), attribute(xml, "addrtype"));
      case "port" -> {
        inPort = true;
        open = false;
        transport = attribute(xml, "protocol");
        number = number(attribute(xml, "portid"));
        service = Map.of();
        scripts = new ArrayList<>();
      }
      case "state" -> open = attribute(xml, "state").equals("open");
      case "service" -> service = attributes(xml);
      case "script" -> {
        script = attribute(xml, "id");
        output = attribute(xml, "output");
        values = new LinkedHashMap<>();
      }
      case "elem" -> {
        key = attribute(xml, "key");
        text = new StringBuilder();
      }
      default -> {} // what says nothing of a device
    }
  }

  void text(String more) {
    if (text.length() < MAX_TEXT) {
      text.append(more, 0, Math.min(more.length(), MAX_TEXT - text.length()));
    }
  }

  void end(String element) {
    switch (element) {
      case "elem" -> {
        if (values.size() < MAX_VALUES) {
          values.putIfAbsent(key, text.toString());
        }
      }
      case "script" -> script();
      case "port" -> port();
      default -> {} // nothing ends with it
    }
  }

  private void script() {
    List<NmapHost.Script> into = inPort ? scripts : hostScripts;
    if (into.size() < MAX_SCRIPTS) {
      into.add(new NmapHost.Script(script, output, values));
    }
  }

  private void port() {
    inPort = false;
    boolean known = transport.equals("tcp") || transport.equals("udp");
    if (open && known && number > 0 && ports.size() < MAX_PORTS) {
      ports.add(new NmapHost.Port(transport, number, service, scripts));
    }
  }

  private void address(String said, String type) {
    if (!inHost) {
      return; // a hint before the host itself
    }
    if (type.equals("mac")) {
      mac = Mac.parse(said);
      return;
    }
    try {
      if (addresses.size() < 16) {
        addresses.add(Cidr.address(said));
      }
    } catch (IllegalArgumentException e) {
      up = false; // not an address: nothing can be said of such a host
    }
  }

  NmapHost host() {
    return new NmapHost(addresses, mac, up, at, ports, hostScripts);
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(xml.getAttributeCount(), 32); i++) {
      all.put(xml.getAttributeLocalName(i), cut(xml.getAttributeValue(i)));
    }
    return all;
  }

  /** Empty if it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    return cut(Optional.ofNullable(xml.getAttributeValue(null, name)).orElse(""));
  }

  private static String cut(String value) {
    return value.length() <= MAX_TEXT ? value : value.substring(0, MAX_TEXT);
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,5}") && Integer.parseInt(digits) < 65_536
        ? Integer.parseInt(digits)
        : 0;
  }

  private static Instant instant(String seconds) {
    return seconds.matches("\\d{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : Instant.EPOCH;
  }
}
