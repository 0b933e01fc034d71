package org.camsweep.adversary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes DNS messages, as wrong as need be. */
final class Dns {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** An answer with as many records as stated. */
  static Dns answer(int records) {
    Dns dns = new Dns();
    dns.out.writeBytes(
        new byte[] {0, 0, (byte) 0x84, 0, 0, 0, (byte) (records >> 8), (byte) records, 0, 0, 0, 0});
    return dns;
  }

  Dns record(String name, int type, byte[] data) {
    return raw(name(name))
        .raw(
            new byte[] {
              0, (byte) type, 0, 1, 0, 0, 0, 120, (byte) (data.length >> 8), (byte) data.length
            })
        .raw(data);
  }

  Dns raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  static byte[] name(String dotted) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (String label : dotted.split("\\.", -1)) {
      byte[] text = label.getBytes(StandardCharsets.UTF_8);
      name.write(Math.min(63, text.length));
      name.write(text, 0, Math.min(63, text.length));
    }
    name.write(0);
    return name.toByteArray();
  }

  static byte[] text(String... texts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      all.write(Math.min(255, bytes.length));
      all.write(bytes, 0, Math.min(255, bytes.length));
    }
    return all.toByteArray();
  }

  static byte[] service(String target) {
    byte[] name = name(target);
    byte[] all = new byte[6 + name.length];
    all[5] = 80;
    System.arraycopy(name, 0, all, 6, name.length);
    return all;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
