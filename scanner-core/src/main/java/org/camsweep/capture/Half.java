package org.camsweep.capture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One direction of a TCP connection: its first bytes, put into order. */
final class Half {
  /** More than this of one direction is not looked at. */
  static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_WAITING = 64;
  private static final long WRAP = 1L << 32;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
  private long first = -1;
  private long waitingBytes;
  private boolean cut;

  /** The number of the first byte that will come. */
  void begins(long sequence) {
    if (first < 0) {
      first = sequence;
    }
  }

  /** Takes a segment; one that repeats what is there changes nothing. */
  void take(long sequence, byte[] payload, boolean payloadCut) {
    cut |= payloadCut;
    if (payload.length == 0) {
      return;
    }
    begins(sequence);
    long place = Math.floorMod(sequence - first, WRAP);
    if (place >= WRAP / 2) {
      return; // before the first byte: seen already, or from before the capture began
    }
    if (place > bytes.size()) {
      hold(place, payload);
      return;
    }
    add(place, payload);
    while (!waiting.isEmpty() && waiting.firstKey() <= bytes.size()) {
      Map.Entry<Long, byte[]> next = waiting.pollFirstEntry();
      waitingBytes -= next.getValue().length;
      add(next.getKey(), next.getValue());
    }
  }

  private void hold(long place, byte[] payload) {
    if (place >= MAX_BYTES
        || waiting.size() >= MAX_WAITING
        || waitingBytes + payload.length > MAX_BYTES) {
      cut = true;
    } else if (waiting.putIfAbsent(place, payload) == null) {
      waitingBytes += payload.length;
    }
  }

  private void add(long place, byte[] payload) {
    int known = (int) (bytes.size() - place);
    if (known < payload.length) {
      int room = MAX_BYTES - bytes.size();
      int to = Math.min(payload.length, known + room);
      bytes.writeBytes(Arrays.copyOfRange(payload, known, to));
      cut |= to < payload.length;
    }
  }

  int size() {
    return bytes.size();
  }

  /** What it holds in memory. */
  long held() {
    return bytes.size() + waitingBytes;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Whether bytes are known to be missing: beyond the bound, in a gap, or not captured. */
  boolean isCut() {
    return cut || !waiting.isEmpty();
  }
}
