package org.camsweep.adversary;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hears questions to the whole link, multicast and broadcast, and hands them to every device. */
final class Calls {
  /** Takes a question and who asked. */
  interface Ear {
    void hear(byte[] asked, SocketAddress from);
  }

  private static final Map<Integer, String> GROUPS =
      Map.of(
          3702, "239.255.255.250",
          1900, "239.255.255.250",
          37020, "239.255.255.250",
          37810, "239.255.255.251",
          5353, "224.0.0.251");

  private final NetworkInterface nic;
  private final InetAddress scanner;
  private final Map<Integer, List<Ear>> ears = new HashMap<>();

  Calls(NetworkInterface nic, InetAddress scanner) {
    this.nic = nic;
    this.scanner = scanner;
  }

  synchronized void hear(int port, Ear ear) throws IOException {
    List<Ear> known = ears.get(port);
    if (known != null) {
      known.add(ear);
      return;
    }
    List<Ear> here = new ArrayList<>(List.of(ear));
    ears.put(port, here);
    boolean grouped = GROUPS.containsKey(port);
    InetAddress group = Place.parse(GROUPS.getOrDefault(port, "0.0.0.0"));
    // Bound to the group it hears calls alone, and not what is asked of a single device.
    MulticastSocket socket = new MulticastSocket(new InetSocketAddress(group, port));
    if (grouped) {
      socket.joinGroup(new InetSocketAddress(group, port), nic);
    }
    Threads.start(() -> serve(socket, here));
  }

  private void serve(MulticastSocket socket, List<Ear> here) throws IOException {
    byte[] buffer = new byte[65_535];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.receive(packet);
      if (packet.getAddress().equals(scanner)) { // else two devices would answer each other
        byte[] asked = Arrays.copyOf(packet.getData(), packet.getLength());
        List<Ear> now;
        synchronized (this) {
          now = List.copyOf(here);
        }
        now.forEach(e -> e.hear(asked, packet.getSocketAddress()));
      }
    }
  }
}
