package org.camsweep.lab;

import static org.camsweep.lab.Peer.tcp;
import static org.camsweep.lab.Peer.udp;

import java.nio.file.Path;
import java.util.List;

/** Devices that are cameras, or speak as cameras do. */
final class Cameras {
  static final String SCOPES =
      "onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/type/Network_Video_Transmitter"
          + " onvif://www.onvif.org/hardware/LAB-7 onvif://www.onvif.org/name/Lab%20camera";

  /** Where {@code install} puts the npm packages. */
  private static final Path PACKAGES =
      Path.of("target", "lab-npm", "node_modules").toAbsolutePath();

  /** The npm `onvif` package's mock device, on the scanner's own link. */
  static final Peer MOCK = mock("mock-near", Segment.SITE, 10);

  /** The same behind the router. */
  static final Peer FAR_MOCK = mock("mock-far", Segment.FAR, 10);

  /** gSOAP's WS-Discovery, heard by multicast only, with a digest RTSP server beside it. */
  static final Peer GSOAP =
      new Peer(
          "gsoap-near",
          Segment.SITE,
          11,
          List.of("gcc", "soapcpp2", "/usr/share/gsoap/plugin/wsddapi.c", "/usr/bin/python3"),
          Peer.Preparation.NONE,
          folder ->
              List.of(
                  target(folder, "4a1c7b52-0001"),
                  List.of("/usr/bin/python3", source("rtsp-digest/start.py"), folder.address())),
          List.of(udp(3702), tcp(554)));

  /** gSOAP's WS-Discovery behind the router. */
  static final Peer FAR_GSOAP = discoveredOnly("gsoap-far", Segment.FAR, 11, "4a1c7b52-0002");

  /** A camera on the link whose address is outside what the tests' scans may ask. */
  static final int OUTSIDER_NUMBER = 200;

  static final Peer OUTSIDER =
      discoveredOnly("outsider", Segment.SITE, OUTSIDER_NUMBER, "4a1c7b52-0003");

  /** Known by mDNS alone. */
  static final Peer MDNS = Office.avahi("mdns-camera", 12, "avahi-camera", "camera.service");

  /** A device of TLS 1.0's days: a small key, an old digest, nothing newer. */
  static final Peer OLD_TLS =
      new Peer(
          "old-tls",
          Segment.SITE,
          13,
          List.of("openssl"),
          folder -> folder.certificate("/O=Lab Optics/CN=LAB-OLD-1", 1024, "sha1"),
          folder ->
              List.of(
                  List.of(
                      "openssl",
                      "s_server",
                      "-quiet",
                      "-accept",
                      "443",
                      "-www",
                      "-tls1",
                      "-cipher",
                      "DEFAULT@SECLEVEL=0",
                      "-key",
                      folder.path("key.pem"),
                      "-cert",
                      folder.path("cert.pem"))),
          List.of(tcp(443)));

  /** Known by UPnP alone: the npm `node-ssdp` package. */
  static final Peer SSDP = npm("ssdp-camera", 16, "node-ssdp", "ssdp.js", udp(1900), tcp(49152));

  /** Describes its stream to everybody: the npm `rtsp-server` package. */
  static final Peer OPEN_RTSP = npm("open-rtsp", 17, "rtsp-server", "rtsp.js", tcp(554));

  private Cameras() {}

  static List<Peer> all() {
    return List.of(MOCK, FAR_MOCK, GSOAP, FAR_GSOAP, OUTSIDER, MDNS, OLD_TLS, SSDP, OPEN_RTSP);
  }

  static String source(String file) {
    return PeerFolder.SOURCES.resolve(file).toString();
  }

  /** A program beside the lab's sources that is made of one npm package. */
  static Peer npm(String name, int number, String module, String program, Peer.Port... ports) {
    return new Peer(
        name,
        Segment.SITE,
        number,
        List.of("node", PACKAGES.resolve(module).toString()),
        Peer.Preparation.NONE,
        folder ->
            List.of(
                List.of(
                    "env",
                    "NODE_PATH=" + PACKAGES,
                    "node",
                    source("npm-peers/" + program),
                    folder.address())),
        List.of(ports));
  }

  private static Peer mock(String name, Segment segment, int number) {
    String module = PACKAGES.resolve("onvif").toString();
    return new Peer(
        name,
        segment,
        number,
        List.of("node", module),
        Peer.Preparation.NONE,
        folder ->
            List.of(
                List.of(
                    "env",
                    "HOSTNAME=" + folder.address(),
                    "PORT=80",
                    "NODE_PATH=" + PACKAGES,
                    "node",
                    source("onvif-mock/start.js"))),
        List.of(udp(3702), tcp(80)));
  }

  private static Peer discoveredOnly(String name, Segment segment, int number, String uuid) {
    return new Peer(
        name,
        segment,
        number,
        List.of("gcc", "soapcpp2", "/usr/share/gsoap/plugin/wsddapi.c"),
        Peer.Preparation.NONE,
        folder -> List.of(target(folder, uuid)),
        List.of(udp(3702)));
  }

  static List<String> target(PeerFolder folder, String uuid) {
    return List.of(
        GsoapTarget.program().toString(),
        "http://" + folder.address() + "/onvif/device_service",
        SCOPES,
        "urn:uuid:" + uuid + "-4000-8000-000000000000",
        "eth0");
  }
}
