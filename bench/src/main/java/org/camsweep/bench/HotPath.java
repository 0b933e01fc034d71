package org.camsweep.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camsweep.probe.ProbeCatalogue;
import org.camsweep.probe.spi.Ask;
import org.camsweep.probe.spi.Heard;
import org.camsweep.probe.spi.Probe;
import org.camsweep.site.Address;
import org.camsweep.site.Candidates;
import org.camsweep.site.Cidr;
import org.camsweep.site.Network;
import org.camsweep.site.Networks;
import org.camsweep.site.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a scan does for every address and every answer, each alone; sockets are not in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HotPath {
  private static final String WSD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope"
          + " xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
          + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
          + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"><s:Header>"
          + "<a:RelatesTo>uuid:00000000-0000-0001-0000-000000000002</a:RelatesTo></s:Header><s:Body>"
          + "<d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>"
          + "urn:uuid:7d3a1c20-8f1e-11ee-b9d1-0242ac120002</a:Address></a:EndpointReference>"
          + "<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder"
          + " onvif://www.onvif.org/name/Example onvif://www.onvif.org/hardware/EX-100"
          + " onvif://www.onvif.org/location/lobby</d:Scopes>"
          + "<d:XAddrs>http://10.0.0.7/onvif/device_service</d:XAddrs>"
          + "<d:MetadataVersion>10</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>";
  private static final String SADP =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ProbeMatch><Uuid>AB</Uuid><Types>inquiry</Types>"
          + "<DeviceType>1</DeviceType><DeviceDescription>EX-100</DeviceDescription>"
          + "<DeviceSN>EX-10020250101AAWR000000001</DeviceSN><CommandPort>8000</CommandPort>"
          + "<HttpPort>80</HttpPort><MAC>02-00-00-00-00-01</MAC><IPv4Address>10.0.0.7</IPv4Address>"
          + "<SoftwareVersion>V5.5.0build 200101</SoftwareVersion><Activated>true</Activated></ProbeMatch>";
  private static final String HTTP =
      "HTTP/1.1 401 Unauthorized\r\nServer: App-webs/\r\nContent-Type: text/html\r\n"
          + "WWW-Authenticate: Digest realm=\"Login to 0123456789\", nonce=\"1\", qop=\"auth\"\r\n"
          + "Content-Length: 78\r\n\r\n<html><head><title>Document Error</title></head><body>Access"
          + " denied</body></html>";

  private final UUID id = new UUID(1, 2);
  private final List<Probe.Unicast> probes = new ArrayList<>();
  private Candidates candidates;
  private long place;
  private Target target;
  private Probe wsd;
  private Heard wsdReply;
  private Probe sadp;
  private Heard sadpReply;
  private Probe http;
  private Heard httpReply;

  /** One network of a /16, and one answer for each protocol; not measured. */
  @Setup
  public void open() throws Exception {
    Network network = Networks.of("10.0.0.0/16");
    candidates = Candidates.of(network, 7);
    Address host = Cidr.parse("10.0.0.7/32").at(BigInteger.ZERO);
    target =
        org.camsweep.site.Scope.demo(List.of(Networks.of("127.66.0.0/16")))
            .admit(local())
            .orElseThrow();
    for (Probe probe : ProbeCatalogue.byDefault()) {
      if (probe instanceof Probe.Unicast unicast) {
        probes.add(unicast);
      }
    }
    wsd = probe("wsd");
    wsdReply = reply(wsd, host, WSD);
    sadp = probe("sadp");
    sadpReply = reply(sadp, host, SADP);
    http = probe("http");
    httpReply = reply(http, host, HTTP);
  }

  private static Address local() {
    return Cidr.parse("127.66.0.7/32").at(BigInteger.ZERO);
  }

  private static Probe probe(String name) {
    return ProbeCatalogue.find(name).orElseThrow();
  }

  private Heard reply(Probe probe, Address host, String text) {
    Ask ask = ((Probe.Unicast) probe).open(Probe.Stage.KNOCK, target, List.of(), id).get(0);
    return Heard.Reply.plain(ask, host, Instant.EPOCH, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The next address of a /16, in scattered order. */
  @Benchmark
  public Object address() {
    place = (place + 1) % candidates.total();
    return candidates.at(place);
  }

  /** The first questions of all probes to one address. */
  @Benchmark
  public int questions() {
    int asks = 0;
    for (Probe.Unicast probe : probes) {
      asks += probe.open(Probe.Stage.KNOCK, target, List.of(), id).size();
    }
    return asks;
  }

  /** A ProbeMatch of WS-Discovery. */
  @Benchmark
  public Object wsd() {
    return wsd.hear(wsdReply);
  }

  /** An answer to a maker's search, in XML. */
  @Benchmark
  public Object sadp() {
    return sadp.hear(sadpReply);
  }

  /** A web server's refusal. */
  @Benchmark
  public Object http() {
    return http.hear(httpReply);
  }
}
