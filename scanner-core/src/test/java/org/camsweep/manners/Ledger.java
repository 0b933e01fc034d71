package org.camsweep.manners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.camsweep.site.Address;

/** Everything that reached one device, in the order in which it came. */
final class Ledger {
  /**
   * One contact.
   *
   * @param kind {@code connection}, {@code request} on one, or {@code datagram}
   * @param said the bytes as Latin-1; empty for a connection
   */
  record Contact(String kind, int port, long nanos, String said) {}

  private final String kernelName;
  private final List<Contact> contacts = new ArrayList<>();
  private int mostOpen;

  Ledger(Address device) {
    byte[] a = device.bytes();
    byte[] turned = {a[3], a[2], a[1], a[0]}; // as the kernel of a little-endian machine writes it
    kernelName = HexFormat.of().formatHex(turned).toUpperCase(Locale.ROOT) + ":";
  }

  synchronized void note(String kind, int port, String said) {
    contacts.add(new Contact(kind, port, System.nanoTime(), said));
    if (kind.equals("connection")) {
      mostOpen = Math.max(mostOpen, established());
    }
  }

  /**
   * Connections that neither side has closed, by the kernel's own table. Reading it takes a while,
   * in which one may go and another come: the least of three readings was really there.
   */
  private int established() {
    return Math.min(reading(), Math.min(reading(), reading()));
  }

  private int reading() {
    int open = 0;
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] columns = line.strip().split("\\s+", 5);
          open +=
              columns.length > 3 && columns[1].contains(kernelName) && columns[3].equals("01")
                  ? 1
                  : 0;
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return open;
  }

  synchronized List<Contact> contacts() {
    return List.copyOf(contacts);
  }

  synchronized int mostOpen() {
    return mostOpen;
  }

  List<Contact> of(String kind) {
    return contacts().stream().filter(c -> c.kind().equals(kind)).toList();
  }

  /** What a device has to work on: datagrams, requests, and connections on which nothing came. */
  int asked() {
    int streams = 0;
    for (int port : of("connection").stream().map(Contact::port).distinct().toList()) {
      streams += Math.max(count("connection", port), count("request", port));
    }
    return of("datagram").size() + streams;
  }

  private int count(String kind, int port) {
    return (int) of(kind).stream().filter(c -> c.port() == port).count();
  }

  /** The most contacts in any stretch of so many nanoseconds. */
  int mostWithin(long nanos) {
    List<Long> times = contacts().stream().map(Contact::nanos).sorted().toList();
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (times.get(to) - times.get(from) > nanos) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
