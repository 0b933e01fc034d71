package org.camsweep.adversary;

import java.util.List;
import java.util.stream.Stream;

/** The table of all behaviours. */
public final class Behaviours {

  private static final List<Behaviour> NEAR =
      Stream.of(
              HttpTricks.all(),
              HttpWords.all(),
              HttpPointers.all(),
              XmlTricks.all(),
              TlsTricks.all(),
              RtspTricks.all(),
              DnsTricks.all(),
              DiscoveryTricks.all(),
              VendorTricks.all(),
              TcpTricks.all(),
              Lies.all(),
              IdentifierTricks.all(),
              Floods.all(),
              slow())
          .flatMap(List::stream)
          .toList();

  /** With it, a scan also meets those that take the whole time of a device: three minutes more. */
  public static final String SLOW = "camsweep.adversary.slow";

  private Behaviours() {}

  private static List<Behaviour> slow() {
    return Boolean.getBoolean(SLOW) ? TcpTricks.slow() : List.of();
  }

  /** Those on the scanner's own link. */
  static List<Behaviour> near() {
    return NEAR;
  }

  /** Those that answer once and are gone: they stop a scan, and are met in one of their own. */
  static List<Behaviour> falling() {
    return TcpTricks.falling();
  }

  /** Those behind a router, where no hardware address is seen. */
  static List<Behaviour> far() {
    return Stream.of(TcpTricks.all(), Lies.all(), slow()).flatMap(List::stream).toList();
  }

  /** The names of those that are gone after one answer. */
  public static List<String> fallingNames() {
    return falling().stream().map(Behaviour::name).toList();
  }

  /** Their names, in the order of their addresses. */
  public static List<String> names() {
    return near().stream().map(Behaviour::name).toList();
  }

  /** The names of those behind the router. */
  public static List<String> farNames() {
    return far().stream().map(Behaviour::name).toList();
  }

  /** The table as Markdown. */
  public static String table() {
    StringBuilder table =
        new StringBuilder("| device | what it does | what it tries |\n| --- | --- | --- |\n");
    near()
        .forEach(
            b -> table.append("| `%s` | %s | %s |\n".formatted(b.name(), b.does(), b.tries())));
    return table.toString();
  }
}
