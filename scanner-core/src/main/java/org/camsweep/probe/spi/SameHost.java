package org.camsweep.probe.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;
import org.camsweep.site.Ports;

/**
 * A place at the same device that one of its answers points to. Names are never resolved, and ports
 * of printers, controllers and other protocols are never followed ({@link Ports#isLeftAlone}).
 *
 * @param port 1 to 65,535
 * @param path with query, printable ASCII, at most 2,048 characters
 */
public record SameHost(int port, boolean tls, String path) {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(https?)://(\\[[^\\]/]*\\]|[^:/?#]*)(?::(\\d{1,5}))?([/?#].*)?");
  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]{0,2047}");

  /**
   * Words in a path that may show a picture, end a session or change something. A device's own
   * pointer to such a path is recorded, and not followed.
   */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "(?i)(snap|\\.jpe?g|mjpe?g|\\.cgi|video|stream|image|picture|logout|logoff|reboot|reset"
              + "|restart|delete|remove|upgrade|passw|pwd|user=|action=|cmd=|command|set[=_-]|write"
              + "|format|default=|factory)");

  /**
   * Where a pointer leads if it leads to the sender itself.
   *
   * @param from who sent it
   * @param port where it was asked
   * @param tls how it was asked
   */
  public static Optional<SameHost> of(String pointer, Address from, int port, boolean tls) {
    String text = pointer.strip();
    Matcher absolute = ABSOLUTE.matcher(text.startsWith("//") ? scheme(tls) + text : text);
    if (absolute.matches()) {
      boolean https = absolute.group(1).equalsIgnoreCase("https");
      int own = https ? 443 : 80;
      int there = absolute.group(3) == null ? own : Integer.parseInt(absolute.group(3));
      return isLiteral(absolute.group(2), from) ? at(there, https, absolute.group(4)) : none();
    }
    if (text.isEmpty() || text.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return none(); // another scheme
    }
    return at(port, tls, text.startsWith("/") ? text : "/" + text.replaceFirst("^\\./", ""));
  }

  /**
   * Where an address in a device's own answer leads when its host is replaced by the sender, which
   * is the address that works (ONVIF XAddrs name stale, link-local and empty hosts).
   */
  public static Optional<SameHost> atSender(String url) {
    Matcher absolute = ABSOLUTE.matcher(url.strip());
    if (!absolute.matches()) {
      return none();
    }
    boolean https = absolute.group(1).equalsIgnoreCase("https");
    int own = https ? 443 : 80;
    int there = absolute.group(3) == null ? own : Integer.parseInt(absolute.group(3));
    return at(there, https, absolute.group(4));
  }

  /** Whether a URL's host is literally this address. */
  public static boolean names(String url, Address host) {
    Matcher absolute = ABSOLUTE.matcher(url.strip());
    return absolute.matches() && isLiteral(absolute.group(2), host);
  }

  /** Whether the path may be asked for at all. */
  public boolean isSafe() {
    return !UNSAFE.matcher(path).find();
  }

  private static Optional<SameHost> at(int port, boolean tls, String rest) {
    String path = rest == null ? "/" : rest.replaceFirst("#.*", "");
    path = path.startsWith("/") ? path : "/" + path;
    boolean askable = port > 0 && port < 65_536 && !Ports.isLeftAlone(port);
    return askable && PATH.matcher(path).matches()
        ? Optional.of(new SameHost(port, tls, path))
        : none();
  }

  private static Optional<SameHost> none() {
    return Optional.empty();
  }

  private static String scheme(boolean tls) {
    return tls ? "https:" : "http:";
  }

  private static boolean isLiteral(String host, Address address) {
    String text = host.replaceAll("[\\[\\]]", "").replaceFirst("%.*", "").toLowerCase(Locale.ROOT);
    try {
      return Cidr.address(text).equals(address.withoutZone());
    } catch (IllegalArgumentException e) {
      return false; // a name, or nonsense: not literally this host
    }
  }
}
