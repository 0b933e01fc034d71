package org.camsweep.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camsweep.config.ConfigException;
import org.camsweep.nmap.NmapFile;
import org.camsweep.nmap.NmapHost;
import org.camsweep.observe.Endpoint;
import org.camsweep.observe.Fact;
import org.camsweep.observe.Field;
import org.camsweep.observe.Observation;
import org.camsweep.observe.Outcome;
import org.camsweep.observe.ProbeId;
import org.camsweep.probe.nmap.NmapClaims;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Framing;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.MessageHead;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;

/**
 * Turns an Nmap report into observations. Every one is said by the probe {@code nmap}: the words
 * are the device's, the hand that wrote them down is not ours.
 */
public final class NmapReading {
  private static final int MAX_OBSERVATIONS = 100_000;

  private final Map<ProbeId, Probe> probes = new HashMap<>();
  private final List<Observation> observations = new ArrayList<>();
  private long left;

  private NmapReading(List<Probe> all) {
    all.forEach(p -> probes.put(p.id(), p));
  }

  /**
   * Reads a report.
   *
   * @throws ConfigException if the file is no readable report
   */
  public static Foreign read(Path file, List<Probe> probes) throws ConfigException {
    NmapReading reading = new NmapReading(probes);
    NmapFile.Ending ending = NmapFile.read(file, reading::take);
    List<String> remarks =
        Foreign.start(
            "judged from a report of Nmap %s that somebody else made; nothing was sent"
                .formatted(ending.version().isEmpty() ? "(no version)" : ending.version()));
    if (!ending.whole()) {
      remarks.add("the report breaks off before its end: what came after is not known");
    }
    Foreign.remark(remarks, ending.down(), "address", "did not answer Nmap");
    Foreign.remark(remarks, reading.left, "port", "left out: more than is kept of one report");
    return new Foreign(
        String.valueOf(file.getFileName()),
        reading.observations,
        false,
        Map.of("nmap.hosts", ending.hosts(), "nmap.down", ending.down()),
        remarks,
        0);
  }

  private void take(NmapHost host) {
    Address address = host.addresses().get(0);
    List<Fact> ofLink = new ArrayList<>();
    host.mac().ifPresent(m -> ofLink.add(Fact.of(Field.of("neighbour.mac"), m.text())));
    for (NmapHost.Script script : host.scripts()) {
      if (script.id().equals("upnp-info") && !script.failed()) {
        ofLink.addAll(NmapWords.upnp(script.output()));
      }
    }
    add(host, address, Endpoint.link(), ofLink);
    for (NmapHost.Port port : host.ports()) {
      List<Fact> facts = new ArrayList<>();
      if (port.transport().equals("tcp")) {
        facts.add(Fact.of(Understanding.PORT_OPEN, Integer.toString(port.number())));
      }
      facts.addAll(NmapWords.of(port));
      facts.addAll(raw(host, address, port));
      facts.addAll(NmapWords.claims(port));
      add(host, address, new Endpoint(port.transport(), port.number()), facts);
    }
  }

  private void add(NmapHost host, Address address, Endpoint endpoint, List<Fact> facts) {
    if (observations.size() >= MAX_OBSERVATIONS) {
      left++;
      return;
    }
    observations.add(
        new Observation(
            "o" + (observations.size() + 1),
            address,
            Optional.empty(),
            NmapClaims.ID,
            endpoint,
            Optional.empty(),
            host.at(),
            facts.isEmpty() ? Outcome.REFUSED : Outcome.ANSWERED,
            facts.stream().distinct().toList(),
            Optional.empty()));
  }

  /** What the device itself sent, read by the probe that would have asked for it. */
  private List<Fact> raw(NmapHost host, Address address, NmapHost.Port port) {
    Map<String, byte[]> replies = NmapWords.replies(port);
    byte[] web = replies.getOrDefault("GetRequest", new byte[0]);
    byte[] stream = replies.getOrDefault("RTSPRequest", new byte[0]);
    if (MessageHead.starts(web, "HTTP/")) {
      return read("http", host, address, port, web, Ask.Http.get(port.number(), false, "/"));
    }
    if (MessageHead.starts(stream, "RTSP/")) {
      Ask ask =
          new Ask.Exchange(
              port.number(), false, new byte[0], Framing.toClose(), 4_096, Duration.ofSeconds(4));
      return read("rtsp", host, address, port, stream, ask);
    }
    return List.of();
  }

  private List<Fact> read(
      String probe, NmapHost host, Address address, NmapHost.Port port, byte[] bytes, Ask ask) {
    Heard.Reply reply =
        new Heard.Reply(
            Optional.of(ask),
            address,
            Endpoint.tcp(port.number()),
            Optional.empty(),
            host.at(),
            bytes,
            true,
            List.of(),
            Optional.empty());
    return Optional.ofNullable(probes.get(ProbeId.of(probe)))
        .map(p -> p.hear(reply).facts())
        .orElse(List.of());
  }
}
