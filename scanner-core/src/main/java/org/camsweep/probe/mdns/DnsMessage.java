package org.camsweep.probe.mdns;

import java.util.ArrayList;
import java.util.List;
import org.camsweep.probe.spi.Cuts;
import org.camsweep.probe.spi.Octets;
import org.camsweep.probe.spi.SaidText;

/**
 * A DNS message (RFC 1035 §4.1) read as far as it goes: at most {@value #MAX_RECORDS} records,
 * names of at most 255 bytes, compression pointers only backwards and at most {@value #MAX_JUMPS}.
 */
final class DnsMessage {
  static final int PTR = 12;
  static final int TXT = 16;
  static final int SRV = 33;
  static final int MAX_RECORDS = 200;
  static final int MAX_JUMPS = 32;
  private static final int MAX_NAME = 255;
  static final int MAX_TEXTS = 64;

  /**
   * One record of any section but the questions.
   *
   * @param target the name that a PTR or SRV points to, else empty
   * @param texts the strings of a TXT record
   */
  record Answer(String name, int type, String target, List<String> texts) {}

  private final Octets in;
  private final List<Answer> records = new ArrayList<>();
  private final Cuts cuts = new Cuts();
  private int at;

  private DnsMessage(Octets in) {
    this.in = in;
  }

  static DnsMessage read(byte[] bytes) {
    DnsMessage message = new DnsMessage(Octets.of(bytes));
    if (message.in.size() >= 12 && message.in.u8(2) >= 0x80) {
      message.sections();
    }
    return message;
  }

  /** The records of an answer; none for a question. */
  List<Answer> records() {
    return List.copyOf(records);
  }

  /** Limits that were met in reading. */
  List<String> cut() {
    return cuts.named();
  }

  private void sections() {
    at = 12;
    int questions = Math.min(in.be16(4), MAX_RECORDS);
    for (int i = 0; i < questions && in.holds(at, 5); i++) {
      name();
      at += 4;
    }
    int stated = in.be16(6) + in.be16(8) + in.be16(10);
    int count = Math.min(stated, MAX_RECORDS);
    for (int i = 0; i < count && in.holds(at, 11); i++) {
      record();
    }
    if (count < stated && in.holds(at, 11)) {
      cuts.at("records of a DNS message", MAX_RECORDS);
    }
  }

  private void record() {
    String name = name();
    int type = in.be16(at);
    int length = in.be16(at + 8);
    int data = at + 10;
    if (length < 0 || !in.holds(data, length)) {
      at = in.size();
      return;
    }
    String target = "";
    List<String> texts = List.of();
    if (type == PTR || type == SRV) {
      at = data + (type == SRV ? 6 : 0);
      target = name();
    } else if (type == TXT) {
      texts = texts(data, data + length);
    }
    records.add(new Answer(name, type, target, texts));
    at = data + length;
  }

  private List<String> texts(int from, int to) {
    List<String> texts = new ArrayList<>();
    int next = from;
    while (next < to && texts.size() < MAX_TEXTS) {
      int length = Math.min(in.u8(next), to - next - 1);
      texts.add(SaidText.decode(in.slice(next + 1, length)));
      next += 1 + length;
    }
    if (next < to) {
      cuts.at("texts of a DNS record", MAX_TEXTS);
    }
    return texts;
  }

  /** Reads a name at the current place and leaves the place after it. */
  private String name() {
    StringBuilder name = new StringBuilder();
    int place = at;
    int after = -1;
    int jumps = 0;
    while (in.holds(place, 1) && name.length() <= MAX_NAME) {
      int length = in.u8(place);
      if (length == 0) {
        place++;
        break;
      }
      if (length >= 0xc0) {
        after = after < 0 ? place + 2 : after;
        int to = in.be16(place) & 0x3fff;
        if (jumps >= MAX_JUMPS) {
          cuts.at("jumps of a DNS name", MAX_JUMPS);
          break;
        }
        jumps++;
        if (!in.holds(place, 2) || to >= place) {
          break; // a loop, or a pointer to nowhere
        }
        place = to;
        continue;
      }
      if (name.length() > 0) {
        name.append('.');
      }
      name.append(SaidText.decode(in.slice(place + 1, length)));
      place += 1 + length;
    }
    at = after < 0 ? place : after;
    return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name.toString();
  }
}
