package org.camsweep.probe.dhcp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camsweep.observe.Field;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.spi.FactSheet;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.Probe;
import org.camsweep.probe.spi.Step;
import org.camsweep.site.Address;
import org.camsweep.site.Cidr;

/**
 * A host's own words in DHCP (RFC 2131 §2, RFC 2132): host name (option 12), vendor class (60) and
 * which options it asks for, in its order (55), which is compiled into its software. Asks nothing:
 * a request broadcast by the host is overheard while listening, or found in a capture.
 */
public final class DhcpProbe implements Probe {
  private static final ProbeId ID = ProbeId.of("dhcp");
  private static final Field HOSTNAME = Field.of("dhcp.hostname");
  private static final Field VENDOR_CLASS = Field.of("dhcp.vendor-class");
  private static final Field FINGERPRINT = Field.of("dhcp.fingerprint");
  private static final Field MAC = Field.of("dhcp.mac");
  private static final int SERVER_PORT = 67;
  private static final int OPTIONS = 240;
  private static final int MAX_OPTIONS = 128;
  private static final int REQUEST = 3;
  private static final int ACK = 5;
  private static final int INFORM = 8;

  @Override
  public ProbeId id() {
    return ID;
  }

  @Override
  public About about() {
    return new About(
        "DHCP requests of hosts, overheard: host name, vendor class, options asked for",
        "listening, captures",
        "udp 67",
        Confidence.SOLID,
        false);
  }

  @Override
  public String byIpv6() {
    return "no: DHCPv6 is not read";
  }

  @Override
  public String runs() {
    return "heard only";
  }

  @Override
  public Set<Field> fields() {
    return Set.of(HOSTNAME, VENDOR_CLASS, FINGERPRINT, MAC);
  }

  @Override
  public List<Listening> overheard() {
    return List.of(new Listening(SERVER_PORT, List.of(), false));
  }

  @Override
  public Step hear(Heard heard) {
    return heard.fold(r -> read(Octets.of(r.bytes())).step(), Step::without, Step::without);
  }

  private static FactSheet read(Octets in) {
    FactSheet sheet = new FactSheet();
    if (!isMessage(in) || in.u8(0) != 1) {
      return sheet; // not a client's message
    }
    sheet.add(HOSTNAME, option(in, 12).map(DhcpProbe::text));
    sheet.add(VENDOR_CLASS, option(in, 60).map(DhcpProbe::text));
    sheet.add(FINGERPRINT, option(in, 55).map(DhcpProbe::numbers));
    if (in.u8(1) == 1 && in.u8(2) == 6) {
      sheet.add(MAC, in.mac(28));
    }
    return sheet;
  }

  /**
   * Whose address the message tells: the one that a client asks to keep or already has, or the one
   * that a server grants. Empty where it only wishes for one.
   */
  public static Optional<Address> address(byte[] bytes) {
    Octets in = Octets.of(bytes);
    if (!isMessage(in)) {
      return Optional.empty();
    }
    int type = option(in, 53).map(t -> t.u8(0)).orElse(0);
    Optional<String> own = in.ipv4(12);
    return switch (type) {
      case REQUEST -> own.or(() -> option(in, 50).flatMap(o -> o.ipv4(0))).map(Cidr::address);
      case INFORM -> own.map(Cidr::address);
      case ACK -> in.ipv4(16).map(Cidr::address);
      default -> Optional.empty();
    };
  }

  /** The client's hardware address, in a message of either direction. */
  public static Optional<String> client(byte[] bytes) {
    Octets in = Octets.of(bytes);
    return isMessage(in) && in.u8(1) == 1 && in.u8(2) == 6 ? in.mac(28) : Optional.empty();
  }

  private static boolean isMessage(Octets in) {
    return in.matches(236, 0x63, 0x82, 0x53, 0x63) && in.u8(0) >= 1 && in.u8(0) <= 2;
  }

  private static Optional<Octets> option(Octets in, int wanted) {
    int at = OPTIONS;
    for (int i = 0; i < MAX_OPTIONS && in.holds(at, 2) && in.u8(at) != 255; i++) {
      if (in.u8(at) == 0) {
        at++;
        continue;
      }
      int length = in.u8(at + 1);
      if (!in.holds(at + 2, length)) {
        return Optional.empty();
      }
      if (in.u8(at) == wanted && length > 0) {
        return Optional.of(Octets.of(in.slice(at + 2, length)));
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static String text(Octets option) {
    return option.text(0, option.size());
  }

  private static String numbers(Octets option) {
    return IntStream.range(0, option.size())
        .mapToObj(i -> Integer.toString(option.u8(i)))
        .collect(Collectors.joining(","));
  }
}
