package org.camsweep.net.snmp;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.site.SnmpAccess;

/**
 * A community, or a user's name and passwords, in memory. It has no text form, is not serialisable,
 * and is wiped when closed. Octets are UTF-8.
 */
public final class SnmpKey implements AutoCloseable {
  /** A user name's most octets (RFC 3411 §5, SnmpAdminString of the user model). */
  public static final int MAX_USER = 32;

  /** A password's fewest octets (RFC 3414 §11.2). */
  public static final int MIN_PASSWORD = 8;

  private final SnmpAccess access;
  private final byte[] name;
  private final Optional<byte[]> auth;
  private final Optional<byte[]> privacy;

  /**
   * The secrets to the references of {@code access}; the caller wipes his own copies.
   *
   * @param name the community or user name
   * @param auth the password for authentication, empty for none
   * @param privacy the password for encryption, empty for none
   */
  public SnmpKey(SnmpAccess access, char[] name, Optional<char[]> auth, Optional<char[]> privacy) {
    this.access = access;
    this.name = octets(name);
    this.auth = auth.map(SnmpKey::octets);
    this.privacy = privacy.map(SnmpKey::octets);
  }

  private static byte[] octets(char[] text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    byte[] octets = new byte[encoded.remaining()];
    encoded.get(octets);
    encoded.clear();
    while (encoded.hasRemaining()) {
      encoded.put((byte) 0);
    }
    return octets;
  }

  SnmpAccess access() {
    return access;
  }

  byte[] name() {
    return name.clone();
  }

  Optional<byte[]> auth() {
    return auth.map(byte[]::clone);
  }

  Optional<byte[]> privacy() {
    return privacy.map(byte[]::clone);
  }

  /** All that must not be repeated. */
  List<byte[]> words() {
    return Stream.of(Optional.of(name), auth, privacy).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    words().forEach(w -> Arrays.fill(w, (byte) 0));
  }

  @Override
  public String toString() {
    return "a key for SNMP, not shown";
  }
}
