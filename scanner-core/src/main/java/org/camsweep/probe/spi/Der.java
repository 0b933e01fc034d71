package org.camsweep.probe.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * DER (X.690) read node by node, definite lengths only. Beyond the bytes there is an empty node;
 * nothing throws, so that a certificate no library would accept still says whose it is.
 *
 * @param tag identifier octet; -1 for a node that is not there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Der(int tag, byte[] all, int from, int to) {
  private static final int MAX_CHILDREN = 256;
  private static final Der NONE = new Der(-1, new byte[0], 0, 0);

  static Der of(byte[] bytes) {
    return at(bytes, 0, bytes.length);
  }

  private static Der at(byte[] b, int start, int limit) {
    if (start + 2 > limit) {
      return NONE;
    }
    int length = b[start + 1] & 0xff;
    int from = start + 2;
    if (length > 0x84) {
      return NONE;
    }
    if (length >= 0x80) {
      int octets = length - 0x80;
      if (octets == 0 || from + octets > limit) {
        return NONE;
      }
      long value = 0;
      for (int i = 0; i < octets; i++) {
        value = (value << 8) | (b[from + i] & 0xff);
      }
      from += octets;
      length = (int) Math.min(value, Integer.MAX_VALUE);
    }
    int to = length > limit - from ? limit : from + length; // a cut tail is read as far as it goes
    return new Der(b[start] & 0xff, b, from, to);
  }

  List<Der> children() {
    List<Der> children = new ArrayList<>();
    int next = from;
    while (next < to && children.size() < MAX_CHILDREN) {
      Der child = at(all, next, to);
      if (child.tag < 0) {
        break;
      }
      children.add(child);
      next = child.to;
    }
    return children;
  }

  Der child(int index) {
    List<Der> children = children();
    return index < children.size() ? children.get(index) : NONE;
  }

  byte[] bytes() {
    return Arrays.copyOfRange(all, from, to);
  }

  int size() {
    return to - from;
  }

  /** A character string of any of the ASN.1 kinds. */
  String text() {
    if (tag == 0x1e) {
      return new String(all, from, size(), StandardCharsets.UTF_16BE);
    }
    return SaidText.decode(bytes());
  }

  /** An object identifier in dotted form. */
  String oid() {
    StringBuilder out = new StringBuilder();
    long value = 0;
    for (int i = from; i < to && out.length() < 200; i++) {
      value = (value << 7) | (all[i] & 0x7f);
      if ((all[i] & 0x80) == 0) {
        if (out.length() == 0) {
          long first = Math.min(value / 40, 2);
          out.append(first).append('.').append(value - first * 40);
        } else {
          out.append('.').append(value);
        }
        value = 0;
      }
    }
    return out.toString();
  }
}
