package org.camsweep.probe.spi;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camsweep.observe.Field;

/**
 * What a TLS certificate shows (X.509, RFC 5280 §4), as the fields {@code tls.*}. Names keep the
 * attribute order of the certificate. Read without a certificate library: keys, dates and numbers
 * that one would refuse are facts here.
 */
public final class CertificateFacts {
  private static final Field SUBJECT = Field.of("tls.subject");
  private static final Field ISSUER = Field.of("tls.issuer");
  private static final Field SAN = Field.of("tls.san");
  private static final Field NOT_BEFORE = Field.of("tls.not-before");
  private static final Field NOT_AFTER = Field.of("tls.not-after");
  private static final Field KEY = Field.of("tls.key");
  private static final Field SERIAL = Field.of("tls.serial");
  private static final Field SHA256 = Field.of("tls.sha256");
  private static final Field PROTOCOL = Field.of("tls.protocol");
  private static final Field SELF_SIGNED = Field.of("tls.self-signed");
  static final int MAX_CHAIN = 5;
  private static final int MAX_NAMES = 32;

  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("2.5.4.3", "CN"),
          Map.entry("2.5.4.5", "serialNumber"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "street"),
          Map.entry("2.5.4.10", "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.12", "title"),
          Map.entry("1.2.840.113549.1.9.1", "emailAddress"),
          Map.entry("0.9.2342.19200300.100.1.1", "UID"),
          Map.entry("0.9.2342.19200300.100.1.25", "DC"));
  private static final Map<String, String> KEYS =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.10040.4.1", "DSA",
          "1.2.840.10045.2.1", "EC",
          "1.3.101.112", "Ed25519");
  private static final Map<String, String> CURVES =
      Map.of(
          "1.2.840.10045.3.1.7", "P-256",
          "1.3.132.0.34", "P-384",
          "1.3.132.0.35", "P-521");

  private CertificateFacts() {}

  public static Set<Field> fields() {
    return Set.of(
        SUBJECT, ISSUER, SAN, NOT_BEFORE, NOT_AFTER, KEY, SERIAL, SHA256, PROTOCOL, SELF_SIGNED);
  }

  /** Adds the facts of a reply that travelled inside TLS; nothing for one that did not. */
  public static void addTo(FactSheet sheet, Heard.Reply reply) {
    addTo(sheet, reply.certificates(), reply.tlsProtocol());
  }

  /**
   * Adds the facts of a certificate chain and the protocol it came in.
   *
   * @param chain DER, the device's own certificate first; only that one is read
   */
  public static void addTo(FactSheet sheet, List<byte[]> chain, Optional<String> protocol) {
    sheet.add(PROTOCOL, protocol);
    if (chain.isEmpty()) {
      return;
    }
    if (chain.size() > MAX_CHAIN) {
      sheet.cutAt("certificates of a chain", MAX_CHAIN);
    }
    byte[] leaf = chain.get(0);
    sheet.add(SHA256, sha256(leaf));
    List<Der> parts = new ArrayList<>(Der.of(leaf).child(0).children());
    if (!parts.isEmpty() && parts.get(0).tag() == 0xa0) {
      parts.remove(0); // the version
    }
    if (parts.size() < 6) {
      return;
    }
    String issuer = name(parts.get(2));
    String subject = name(parts.get(4));
    sheet.add(SUBJECT, subject).add(ISSUER, issuer);
    sheet.add(SERIAL, HexFormat.of().formatHex(parts.get(0).bytes()));
    sheet.add(NOT_BEFORE, time(parts.get(3).child(0)));
    sheet.add(NOT_AFTER, time(parts.get(3).child(1)));
    sheet.add(KEY, key(parts.get(5)));
    sheet.add(SELF_SIGNED, Boolean.toString(subject.equals(issuer)));
    parts.stream().filter(p -> p.tag() == 0xa3).forEach(p -> alternatives(sheet, p.child(0)));
  }

  private static String name(Der name) {
    return name.children().stream()
        .limit(MAX_NAMES)
        .map(CertificateFacts::relative)
        .collect(Collectors.joining(", "));
  }

  private static String relative(Der set) {
    return set.children().stream()
        .limit(MAX_NAMES)
        .map(
            a -> {
              String oid = a.child(0).oid();
              return ATTRIBUTES.getOrDefault(oid, oid) + "=" + quoted(a.child(1).text());
            })
        .collect(Collectors.joining("+"));
  }

  /** In quotes where a comma, plus or quote of the value could pass for one of the name. */
  private static String quoted(String value) {
    return value.matches("(?s).*[,+\"].*")
        ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : value;
  }

  /** UTCTime and GeneralizedTime as {@code 2031-05-04T10:00:00Z}; anything else as it is. */
  private static String time(Der time) {
    String text = time.text();
    if (time.tag() == 0x17 && text.matches("\\d{12}Z")) {
      text = (text.compareTo("50") < 0 ? "20" : "19") + text;
    }
    return text.matches("\\d{14}Z")
        ? text.replaceAll("(....)(..)(..)(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z")
        : text;
  }

  private static String key(Der info) {
    String oid = info.child(0).child(0).oid();
    String name = KEYS.getOrDefault(oid, oid);
    if (name.equals("RSA")) {
      byte[] bits = info.child(1).bytes();
      byte[] inner = bits.length > 1 ? java.util.Arrays.copyOfRange(bits, 1, bits.length) : bits;
      byte[] modulus = Der.of(inner).child(0).bytes();
      return modulus.length == 0 ? name : name + " " + new BigInteger(1, modulus).bitLength();
    }
    String parameter = info.child(0).child(1).oid();
    return name.equals("EC") ? name + " " + CURVES.getOrDefault(parameter, parameter) : name;
  }

  /** Subject alternative names: 2.5.29.17; DNS names, addresses and URIs. */
  private static void alternatives(FactSheet sheet, Der extensions) {
    for (Der extension : extensions.children()) {
      if (!extension.child(0).oid().equals("2.5.29.17")) {
        continue;
      }
      List<Der> parts = extension.children();
      Der names = Der.of(parts.get(parts.size() - 1).bytes());
      names.children().stream().limit(MAX_NAMES).forEach(n -> sheet.add(SAN, alternative(n)));
    }
  }

  private static String alternative(Der name) {
    return switch (name.tag()) {
      case 0x81, 0x82, 0x86 -> name.text();
      case 0x87 -> address(name.bytes());
      default -> "";
    };
  }

  private static String address(byte[] bytes) {
    Octets octets = Octets.of(bytes);
    return bytes.length == 4
        ? octets.ipv4(0).orElse("0.0.0.0")
        : HexFormat.ofDelimiter(":").formatHex(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
