package org.camsweep.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camsweep.capture.CaptureFile;
import org.camsweep.capture.Conversation;
import org.camsweep.capture.Conversations;
import org.camsweep.capture.Packet;
import org.camsweep.capture.Tally;
import org.camsweep.config.ConfigException;
import org.camsweep.observe.AddressOutcome;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.dhcp.DhcpProbe;
import org.camsweep.probe.snmp.SnmpProbe;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/**
 * Gives what a capture holds to the probes, as if each had asked: datagrams by their ports, what
 * servers said on connections by their first bytes, DHCP by its hardware address, and the hardware
 * addresses themselves.
 */
public final class CaptureReading {
  private static final ProbeId NEIGHBOUR = ProbeId.of("neighbour");
  private static final byte[] NOTHING = new byte[0];
  private static final int SNMP_PORT = 161;
  private static final int MAX_CLIENTS = 16_384;

  private final Foreign.Place place;
  private final Map<ProbeId, Probe> probes;
  private final DatagramEars datagrams;
  private final LinkAddresses links = new LinkAddresses();
  private final Map<String, Address> granted = new HashMap<>();
  private final Map<String, Heard.Reply> clients = new HashMap<>();
  private final List<Observation> kept = new ArrayList<>();
  private final Understanding understanding;
  private final Overheard overheard;
  private final Tally tally;

  private CaptureReading(List<Probe> probes, Foreign.Place place, Tally tally) {
    this.place = place;
    this.tally = tally;
    this.probes = probes.stream().collect(Collectors.toMap(Probe::id, Function.identity()));
    this.datagrams = new DatagramEars(probes);
    this.understanding =
        new Understanding(
            address ->
                place.networks().stream()
                    .filter(n -> n.contains(address))
                    .findFirst()
                    .map(n -> n.id())
                    .or(() -> place.networks().isEmpty() ? Optional.of("") : Optional.empty()),
            () -> tally.add("probe.failed"),
            0,
            1);
    this.overheard =
        new Overheard(
            new ScanSink() {
              @Override
              public void observed(Observation observation, byte[] raw) {
                kept.add(observation);
              }

              @Override
              public void done(Address a, String n, AddressOutcome o, Set<String> p) {}
            },
            tally::add);
  }

  /**
   * Reads a capture.
   *
   * @throws ConfigException if the file cannot be read, or holds no frame at all
   */
  public static Foreign read(Path file, List<Probe> probes, Foreign.Place place)
      throws ConfigException {
    try (CaptureFile capture = CaptureFile.open(file)) {
      CaptureReading reading = new CaptureReading(probes, place, capture.tally());
      Conversations talks = new Conversations(reading::heard, capture.tally());
      capture.packets(packet -> reading.take(packet, talks));
      talks.finish();
      reading.finish();
      return new Foreign(
          String.valueOf(file.getFileName()),
          reading.kept,
          true,
          capture.tally().counts(),
          CaptureRemarks.of(capture.tally(), reading.links.behindGateways()),
          0);
    }
  }

  private void take(Packet packet, Conversations talks) {
    if (place.mayHold(packet.from())) {
      links.take(packet);
    }
    switch (packet.kind()) {
      case TCP -> talks.take(packet);
      case UDP -> datagram(packet);
      case ARP -> tally.add("packets.arp");
    }
  }

  private void datagram(Packet packet) {
    Set<Probe> ears = datagrams.of(packet);
    if (packet.fromPort() == 67 || packet.toPort() == 67) {
      dhcp(packet);
    } else if (ears.isEmpty() || packet.payload().length == 0) {
      tally.add("datagrams.no-probe");
    } else if (!place.mayHold(packet.from())) {
      tally.add("datagrams.public-address");
    } else {
      Optional<Heard.Reply> reply = withoutLogIn(packet, DatagramEars.reply(packet));
      reply.ifPresentOrElse(r -> understood(ears, r), () -> tally.add("datagrams.not-understood"));
    }
  }

  /** An SNMP answer carries the community: not even a hash is made of it. */
  private static Optional<Heard.Reply> withoutLogIn(Packet packet, Heard.Reply reply) {
    return packet.fromPort() == SNMP_PORT
        ? SnmpProbe.response(packet.payload()).map(pdu -> with(reply, pdu))
        : Optional.of(reply);
  }

  private static Heard.Reply with(Heard.Reply reply, byte[] bytes) {
    return new Heard.Reply(
        reply.ask(),
        reply.from(),
        reply.endpoint(),
        reply.via(),
        reply.at(),
        bytes,
        reply.cutShort(),
        List.of(),
        Optional.empty());
  }

  /** Whichever probe understands it; if none does, the first that was to. */
  private void understood(Set<Probe> ears, Heard.Reply reply) {
    Hearing best = understanding.of(ears.iterator().next(), reply);
    for (Probe probe : ears) {
      if (best.observation().outcome() != Outcome.GARBLED) {
        break;
      }
      Hearing other = understanding.of(probe, reply);
      best = other.observation().outcome() == Outcome.GARBLED ? best : other;
    }
    boolean garbled = best.observation().outcome() == Outcome.GARBLED;
    tally.add(garbled ? "datagrams.not-understood" : "datagrams.understood");
    overheard.take(best.observation(), best.raw());
  }

  /** Requests come from 0.0.0.0: whose they are is told by the address granted, or asked for. */
  private void dhcp(Packet packet) {
    Optional<String> client = DhcpProbe.client(packet.payload());
    if (client.isEmpty() || clients.size() >= MAX_CLIENTS) {
      tally.add("datagrams.not-understood");
      return;
    }
    tally.add("datagrams.dhcp");
    boolean fromClient = packet.toPort() == 67;
    if (fromClient) {
      clients.merge(
          client.get(),
          DatagramEars.reply(packet),
          (old, now) -> now.bytes().length >= old.bytes().length ? now : old);
    }
    Optional<Address> address = DhcpProbe.address(packet.payload());
    if (address.isPresent() && (!fromClient || !granted.containsKey(client.get()))) {
      granted.put(client.get(), address.get());
    }
  }

  private void heard(Conversation talk) {
    List<StreamEars.Said> said = StreamEars.of(talk);
    if (said.isEmpty()) {
      tally.add("streams.no-probe");
    } else if (!place.mayHold(talk.server())) {
      tally.add("streams.public-address");
    } else {
      tally.add("streams.understood");
      for (StreamEars.Said one : said) {
        Probe probe = probes.get(one.probe());
        if (probe != null) {
          Hearing hearing = understanding.of(probe, one.reply());
          overheard.take(hearing.observation(), hearing.raw());
        }
      }
    }
  }

  private void finish() {
    clients.forEach(this::finishClient);
    for (LinkAddresses.Seen seen : links.all()) {
      overheard.take(
          understanding.neighbour(NEIGHBOUR, seen.address(), seen.mac().text(), "", seen.at()),
          NOTHING);
    }
  }

  private void finishClient(String client, Heard.Reply request) {
    Optional<Address> address = Optional.ofNullable(granted.get(client)).filter(place::mayHold);
    if (address.isEmpty()) {
      tally.add("datagrams.dhcp-without-address");
      return;
    }
    Heard.Reply whose = from(address.get(), request);
    Hearing hearing = understanding.of(probes.get(ProbeId.of("dhcp")), whose);
    overheard.take(hearing.observation(), hearing.raw());
  }

  /** The same words, as those of the host at the address. */
  static Heard.Reply from(Address address, Heard.Reply reply) {
    return new Heard.Reply(
        reply.ask(),
        address,
        reply.endpoint(),
        reply.via(),
        reply.at(),
        reply.bytes(),
        reply.cutShort(),
        List.of(),
        Optional.empty());
  }
}
