package org.camsweep.lab;

import static org.camsweep.lab.Peer.tcp;
import static org.camsweep.lab.Peer.udp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands on {@link SixSite}: each speaks one protocol that a camera may be known by, mostly by
 * a server that others wrote, and no other discovers it.
 */
enum SixCameras {
  /** gSOAP's WS-Discovery. */
  WSD(0x10, udp(3702)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      return List.of(target(folder, "6a1c7b52-0010"));
    }
  },
  /** gSOAP's ONVIF service behind lighttpd, with WS-Discovery off. */
  ONVIF(0x11, tcp(80), tcp(8081)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      return onvif(folder, "DS-2CD2043G2-I");
    }
  },
  /** Avahi. */
  MDNS(0x12, udp(5353)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      folder.folders("etc/services");
      folder.fill("avahi-camera/avahi-daemon.conf", "etc/avahi-daemon.conf");
      folder.fill("six/camera.service", "etc/services/camera.service");
      return List.of(Office.avahi(folder));
    }
  },
  /** GUPnP. */
  SSDP(0x13, udp(1900), tcp(49152)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      folder.fill("six/description.xml", "description.xml");
      String own = SixSite.linkLocal(number());
      return List.of(python("six/upnp.py", own, folder.path(".")));
    }
  },
  /** GStreamer. */
  RTSP(0x14, tcp(554)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      return List.of(python("six/rtsp.py", "IP Camera(C5106)"));
    }
  },
  /** OpenSSL: with nothing newer than TLS 1.0, and where a client must show a certificate. */
  TLS(0x15, tcp(443), tcp(8443)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      folder.certificate("/CN=axis-027901000015", 1024, "sha1");
      List<String> words = new ArrayList<>(List.of("openssl", "s_server", "-6", "-quiet"));
      words.addAll(List.of("-accept", "443", "-www", "-tls1", "-cipher", "DEFAULT@SECLEVEL=0"));
      words.addAll(List.of("-key", folder.path("key.pem"), "-cert", folder.path("cert.pem")));
      List<String> wantsOne = new ArrayList<>(List.of("openssl", "s_server", "-6", "-quiet"));
      wantsOne.addAll(List.of("-accept", "8443", "-www", "-tls1_2", "-Verify", "1"));
      wantsOne.addAll(List.of("-key", folder.path("key.pem"), "-cert", folder.path("cert.pem")));
      wantsOne.addAll(List.of("-cipher", "DEFAULT@SECLEVEL=0"));
      return List.of(words, wantsOne);
    }
  },
  /** lighttpd, with a certificate of today. */
  HTTP(0x16, tcp(80), tcp(443)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      folder.folders("www");
      folder.fill("onvif-device/index.html", "www/index.html");
      folder.fill("six/web.conf", "lighttpd.conf");
      folder.certificate("/O=HIKVISION/OU=IPCAMERA/CN=lab", 2048, "sha256");
      return List.of(lighttpd(folder));
    }
  },
  /** OpenSSH, and a maker's port that is open and says nothing. */
  SERVER(0x17, tcp(22), tcp(8000)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      folder.fill("six/sshd_config", "sshd_config");
      String key = folder.path("host_key");
      Command.must("sh", "-c", "rm -f \"$0\"", key);
      Command.must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
      return List.of(
          Office.inRun("sshd", "/usr/sbin/sshd", "-D", "-e", "-f", folder.path("sshd_config")),
          List.of("nc", "-6", "-l", "-k", "8000"));
    }
  },
  /** A maker's search and nothing else; nobody's server has it over IPv6, so this one is ours. */
  SEARCHED(0x18, udp(37020)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      return List.of(python("vlans/makers.py", "sadp", SixSite.address(number())));
    }
  },
  /** Every maker's search that is put to single hosts, at one address. */
  MAKERS(0x19, udp(37020), udp(10001)) {
    @Override
    List<List<String>> commands(PeerFolder folder) {
      List<String> words = new ArrayList<>(python("vlans/makers.py"));
      for (String kind : VlanChain.KINDS) {
        words.addAll(List.of(kind, SixSite.address(number())));
      }
      return List.of(words);
    }
  },
  /** Answers neighbour solicitations and echoes; what it is asked beyond is dropped. */
  MUTE(0x1a) {
    @Override
    Optional<String> rules() {
      return Optional.of(
          Lab.MUTE_RULES.replace("nd-neighbor-advert }", "nd-neighbor-advert, echo-request }"));
    }
  },
  /** Answers neighbour solicitations alone. */
  DEAF(0x1b) {
    @Override
    Optional<String> rules() {
      return Optional.of(Lab.MUTE_RULES);
    }
  },
  /** One box with both families: WS-Discovery in each, a web page in each. */
  DUAL(0x1c, udp(3702), tcp(80)) {
    @Override
    boolean isDualStack() {
      return true;
    }

    @Override
    List<List<String>> commands(PeerFolder folder) {
      List<List<String>> all = new ArrayList<>(onvif(folder, "P3265-LVE"));
      all.add(target(folder, "6a1c7b52-001c"));
      return all;
    }
  };

  private static final List<String> NEEDS =
      List.of(
          "gcc",
          "soapcpp2",
          "/usr/share/gsoap/plugin/wsddapi.c",
          "/usr/share/gsoap/plugin/wsseapi.c",
          "avahi-daemon",
          "lighttpd",
          "sshd",
          "ssh-keygen",
          "ping",
          "/usr/bin/python3",
          "/usr/lib/"
              + System.getProperty("os.arch").replace("amd64", "x86_64")
              + "-linux-gnu/girepository-1.0/GUPnP-1.6.typelib");

  private static final String SCOPES =
      "onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/hardware/P3265-LVE"
          + " onvif://www.onvif.org/name/AXIS%20P3265-LVE";

  private final int number;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody can change
  private final List<Peer.Port> ports;

  SixCameras(int number, Peer.Port... ports) {
    this.number = number;
    this.ports = List.of(ports);
  }

  static List<SixCameras> all() {
    return List.of(values());
  }

  /** The programs and files that must be there, as a peer's. */
  static Peer asPeer() {
    return new Peer(
        "six", Segment.SITE, 0, NEEDS, Peer.Preparation.NONE, folder -> List.of(), List.of());
  }

  int number() {
    return number;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  List<Peer.Port> ports() {
    return ports;
  }

  boolean isDualStack() {
    return false;
  }

  /** What its packet filter drops. */
  Optional<String> rules() {
    return Optional.empty();
  }

  List<List<String>> commands(PeerFolder folder) {
    return List.of();
  }

  private static List<String> python(String source, String... words) {
    List<String> all = new ArrayList<>(List.of("/usr/bin/python3", Cameras.source(source)));
    all.addAll(List.of(words));
    return List.copyOf(all);
  }

  private static List<String> lighttpd(PeerFolder folder) {
    return List.of("lighttpd", "-D", "-f", folder.path("lighttpd.conf"));
  }

  private static List<String> target(PeerFolder folder, String uuid) {
    return List.of(
        GsoapTarget.program().toString(),
        "http://[" + folder.address6() + "]/onvif/device_service",
        SCOPES,
        "urn:uuid:" + uuid + "-4000-8000-000000000000",
        "eth0");
  }

  private static List<List<String>> onvif(PeerFolder folder, String model) {
    folder.folders("www");
    folder.fill("onvif-device/index.html", "www/index.html");
    folder.fill("six/onvif.conf", "lighttpd.conf");
    String address = "[" + folder.address6() + "]";
    List<String> device =
        List.of(GsoapDevice.program().toString(), address, "8081", model, "1", "-", "-");
    return List.of(device, lighttpd(folder));
  }
}
