package org.camsweep.scan;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.nmap.NmapHost;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.probe.nmap.NmapClaims;
import org.camsweep.probe.spi.CertificateFacts;
import org.camsweep.probe.spi.FactSheet;

/** A device's own words in what Nmap wrote of a port, as the fields that our probes fill. */
final class NmapWords {
  private static final int MAX_FINGERPRINT = 64 * 1024;
  private static final Pattern REPLY =
      Pattern.compile("%r\\((\\w{1,40}),[0-9A-F]{1,6},\"((?:[^\"\\\\]|\\\\.){0,20000})\"\\)");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]{1,20000})-----END");

  /** The lines of upnp-info and broadcast-upnp-info, and the fields that they are. */
  private static final Map<String, String> UPNP =
      Map.of(
          "Server", "ssdp.server",
          "Location", "ssdp.location",
          "Name", "upnp.friendly-name",
          "Manufacturer", "upnp.manufacturer",
          "Model Name", "upnp.model-name",
          "Model Descr", "upnp.model-description",
          "Model Version", "upnp.model-number");

  private static final Map<Integer, String> GREETINGS =
      Map.of(21, "ftp.greeting", 22, "ssh.greeting", 23, "telnet.greeting");

  private NmapWords() {}

  static List<Fact> of(NmapHost.Port port) {
    FactSheet sheet = new FactSheet();
    script(port, "http-server-header").ifPresent(s -> add(sheet, "http.server", s.value("")));
    script(port, "http-title").ifPresent(s -> add(sheet, "http.title", s.value("title")));
    script(port, "http-auth").ifPresent(s -> add(sheet, "http.realm", s.value("realm")));
    script(port, "rtsp-methods").ifPresent(s -> add(sheet, "rtsp.public", Optional.of(s.output())));
    script(port, "snmp-sysdescr")
        .ifPresent(
            s ->
                add(
                    sheet,
                    "snmp.sysdescr",
                    Optional.of(s.output().replaceFirst("(?s)\\s*System uptime:.*", ""))));
    script(port, "upnp-info").ifPresent(s -> sheet.addAll(upnp(s.output())));
    Optional.ofNullable(GREETINGS.get(port.number()))
        .filter(f -> port.transport().equals("tcp"))
        .ifPresent(f -> script(port, "banner").ifPresent(s -> greeting(sheet, f, s.output())));
    script(port, "ssl-cert")
        .flatMap(s -> s.value("pem"))
        .flatMap(NmapWords::certificate)
        .ifPresent(der -> CertificateFacts.addTo(sheet, List.of(der), Optional.empty()));
    return sheet.facts();
  }

  private static Optional<NmapHost.Script> script(NmapHost.Port port, String id) {
    return port.script(id).filter(s -> !s.failed());
  }

  private static void add(FactSheet sheet, String field, Optional<String> said) {
    sheet.add(Field.of(field), said);
  }

  /** Nmap writes bytes that it cannot print as {@code \xFF}; telnet's negotiation begins so. */
  private static void greeting(FactSheet sheet, String field, String output) {
    sheet.add(Field.of(field), output.replaceAll("\\\\xFF\\\\x..\\\\x..", ""));
  }

  static List<Fact> upnp(String output) {
    FactSheet sheet = new FactSheet();
    for (String line : output.split("\n", 64)) {
      int colon = line.indexOf(": ");
      String word = colon < 0 ? "" : line.substring(0, colon).strip();
      if (UPNP.containsKey(word)) {
        sheet.add(Field.of(UPNP.get(word)), line.substring(colon + 2));
      }
    }
    return sheet.facts();
  }

  private static Optional<byte[]> certificate(String pem) {
    Matcher found = PEM.matcher(pem);
    try {
      return found.find()
          ? Optional.of(Base64.getMimeDecoder().decode(found.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no certificate: the script's other words stay
    }
  }

  /** Nmap's own conclusions. */
  static List<Fact> claims(NmapHost.Port port) {
    FactSheet sheet = new FactSheet();
    boolean guessed = "table".equals(port.service().get("method"));
    if (!guessed) {
      sheet.add(NmapClaims.SERVICE, Optional.ofNullable(port.service().get("name")));
      sheet.add(NmapClaims.PRODUCT, Optional.ofNullable(port.service().get("product")));
      sheet.add(NmapClaims.VERSION, Optional.ofNullable(port.service().get("version")));
      sheet.add(NmapClaims.EXTRA, Optional.ofNullable(port.service().get("extrainfo")));
      sheet.add(NmapClaims.DEVICE_TYPE, Optional.ofNullable(port.service().get("devicetype")));
    }
    return sheet.facts();
  }

  /**
   * The bytes that the device sent to Nmap's questions, where Nmap did not know them and printed
   * them ({@code servicefp}), by the question's name.
   */
  static Map<String, byte[]> replies(NmapHost.Port port) {
    String printed = port.service().getOrDefault("servicefp", "");
    if (printed.length() > MAX_FINGERPRINT) {
      printed = printed.substring(0, MAX_FINGERPRINT);
    }
    Map<String, byte[]> replies = new LinkedHashMap<>();
    Matcher each = REPLY.matcher(printed);
    while (replies.size() < 16 && each.find()) {
      replies.put(each.group(1), bytes(each.group(2)));
    }
    return replies;
  }

  private static byte[] bytes(String printed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(printed.length());
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c != '\\' || i + 1 == printed.length()) {
        out.write(c);
        continue;
      }
      char escaped = printed.charAt(++i);
      switch (escaped) {
        case 'r' -> out.write('\r');
        case 'n' -> out.write('\n');
        case 't' -> out.write('\t');
        case '0' -> out.write(0);
        case 'x' -> {
          String hex = printed.substring(i + 1, Math.min(i + 3, printed.length()));
          if (hex.matches("[0-9a-fA-F]{2}")) {
            out.write(Integer.parseInt(hex, 16));
            i += 2;
          }
        }
        default -> out.write(escaped);
      }
    }
    return out.toByteArray();
  }
}
