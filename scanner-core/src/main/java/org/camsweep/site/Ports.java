package org.camsweep.site;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** TCP ports: the set that is asked by default, and those that are never asked. */
public final class Ports {
  /** Where cameras and recorders serve web pages and ONVIF: HTTP is spoken. */
  public static final Set<Integer> WEB = Set.of(80, 81, 88, 443, 2020, 8080, 8081, 8443, 8899);

  /** Where they serve streams: RTSP is spoken. */
  public static final Set<Integer> STREAM = Set.of(554, 8554);

  /**
   * Ports of makers' own protocols: connected to and closed, nothing is said. What is sent here can
   * be the first step of a log-in or of a configuration; that the port is open is hint enough.
   */
  public static final Set<Integer> CONNECT_ONLY = Set.of(8000, 9000, 34567, 37777);

  /**
   * The named set {@code cameras}: the default, ascending. 2020 and 8899 are common ONVIF ports,
   * 81, 88, 8080, 8081 and 8443 common web ports of cameras beside 80 and 443.
   */
  public static final List<Integer> CAMERAS;

  /** Printers print what is sent to 9100 to 9107; the others are industrial controllers'. */
  private static final Set<Integer> NEVER =
      Set.of(
          102, 502, 2404, 9100, 9101, 9102, 9103, 9104, 9105, 9106, 9107, 20_000, 44_818, 47_808);

  /**
   * Ports of other protocols at which a line of HTTP may be taken for an order: those that browsers
   * refuse (Fetch Standard, section on port blocking, but for 554), and Redis' and memcached's.
   */
  private static final Set<Integer> OTHERS =
      Set.of(
          1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
          103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
          465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 556, 563, 587, 601, 636, 989, 990,
          993, 995, 1_719, 1_720, 1_723, 2_049, 3_659, 4_045, 4_190, 5_060, 5_061, 6_000, 6_379,
          6_566, 6_665, 6_666, 6_667, 6_668, 6_669, 6_679, 6_697, 10_080, 11_211);

  private static final int MOST = 1_024;

  static {
    TreeSet<Integer> all = new TreeSet<>(WEB);
    all.addAll(STREAM);
    all.addAll(CONNECT_ONLY);
    CAMERAS = List.copyOf(all);
  }

  private Ports() {}

  /**
   * Whether a place at this port is not followed, whoever points there: an announcement can be sent
   * in a printer's name, and a question to its port would be printed.
   */
  public static boolean isLeftAlone(int port) {
    return NEVER.contains(port) || OTHERS.contains(port);
  }

  /**
   * Reads words such as {@code 554}, {@code 8080-8090} and {@code cameras}.
   *
   * @return ascending, each once
   * @throws IllegalArgumentException saying what is wrong and how to write it
   */
  public static List<Integer> parse(List<String> words) {
    TreeSet<Integer> ports = new TreeSet<>();
    for (String word : words) {
      if (word.equals("cameras")) {
        ports.addAll(CAMERAS);
      } else {
        addRange(ports, word);
      }
    }
    if (ports.size() > MOST) {
      throw new IllegalArgumentException(
          ports.size() + " ports; name at most " + MOST + ", a camera listens on few");
    }
    return List.copyOf(ports);
  }

  private static void addRange(Set<Integer> ports, String word) {
    if (!word.matches("\\d{1,5}(-\\d{1,5})?")) {
      throw new IllegalArgumentException(
          "'" + word + "' is not a port; write 554, 8080-8090 or the name cameras");
    }
    String[] ends = word.split("-", 2);
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    if (first < 1 || last > 65_535) {
      throw new IllegalArgumentException("'" + word + "' is not a port; use 1 to 65535");
    }
    if (first > last) {
      throw new IllegalArgumentException(
          "range " + word + " runs backwards; write " + last + "-" + first);
    }
    for (int port = first; port <= last; port++) {
      if (NEVER.contains(port)) {
        throw new IllegalArgumentException(
            "port "
                + port
                + " belongs to printers or controllers and is never asked; leave it out");
      }
      ports.add(port);
    }
  }
}
