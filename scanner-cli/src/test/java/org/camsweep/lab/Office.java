package org.camsweep.lab;

import static org.camsweep.lab.Peer.tcp;
import static org.camsweep.lab.Peer.udp;

import java.util.ArrayList;
import java.util.List;

/** What else stands in an office: none of it is a camera. */
final class Office {
  static final Peer PC =
      new Peer(
          "pc",
          Segment.SITE,
          20,
          List.of("wsdd"),
          Peer.Preparation.NONE,
          folder ->
              List.of(List.of("wsdd", "-vv", "-i", "eth0", "-n", "OFFICE-PC", "-w", "OFFICE")),
          List.of(udp(3702), tcp(5357)));

  static final Peer NAS = avahi("nas", 21, "avahi-nas", "files.service");

  static final Peer WEB =
      new Peer(
          "lighttpd",
          Segment.SITE,
          22,
          List.of("lighttpd"),
          Office::pages,
          folder -> List.of(List.of("lighttpd", "-D", "-f", folder.path("lighttpd.conf"))),
          List.of(tcp(80), tcp(443)));

  static final Peer FAR_WEB =
      new Peer(
          "nginx",
          Segment.FAR,
          22,
          List.of("nginx"),
          Office::pages,
          folder -> List.of(List.of("nginx", "-c", folder.path("nginx.conf"))),
          List.of(tcp(80), tcp(443)));

  static final Peer PRINTER =
      new Peer(
          "printer",
          Segment.SITE,
          23,
          List.of("cupsd"),
          Office::printer,
          folder ->
              List.of(
                  List.of(
                      "cupsd",
                      "-f",
                      "-c",
                      folder.path("cupsd.conf"),
                      "-s",
                      folder.path("cups-files.conf"))),
          List.of(tcp(631)));

  static final Peer RENDERER =
      new Peer(
          "renderer",
          Segment.SITE,
          24,
          List.of("gmediarender"),
          Peer.Preparation.NONE,
          folder ->
              List.of(
                  List.of(
                      "gmediarender",
                      "-f",
                      "Meeting room",
                      "-I",
                      "eth0",
                      "-p",
                      "49494",
                      "--gstout-audiosink",
                      "fakesink",
                      "--gstout-videosink",
                      "fakesink")),
          List.of(udp(1900), tcp(49494)));

  static final Peer MUSIC =
      new Peer(
          "music",
          Segment.SITE,
          25,
          List.of("minidlnad"),
          folder -> {
            folder.folders("music", "db");
            folder.fill("media/minidlna.conf", "minidlna.conf");
          },
          folder ->
              List.of(
                  List.of(
                      "minidlnad",
                      "-d",
                      "-f",
                      folder.path("minidlna.conf"),
                      "-P",
                      folder.path("pid"))),
          List.of(udp(1900), tcp(8200)));

  /** A server with SSH, FTP and SNMP. */
  static final Peer SERVER =
      new Peer(
          "server",
          Segment.SITE,
          26,
          List.of("sshd", "vsftpd", "snmpd", "ssh-keygen"),
          Office::server,
          folder ->
              List.of(
                  inRun("sshd", "/usr/sbin/sshd", "-D", "-e", "-f", folder.path("sshd_config")),
                  inRun("empty", "vsftpd", folder.path("vsftpd.conf")),
                  List.of(
                      "env",
                      "SNMP_PERSISTENT_DIR=" + folder.path("agent"),
                      "snmpd",
                      "-f",
                      "-Lo",
                      "-C",
                      "-c",
                      folder.path("snmpd.conf"))),
          List.of(tcp(22), tcp(21), udp(161)));

  /** A second mDNS stack: the npm `bonjour-service` package. */
  static final Peer WHITEBOARD =
      Cameras.npm("whiteboard", 28, "bonjour-service", "bonjour.js", udp(5353));

  private Office() {}

  static List<Peer> all() {
    return List.of(PC, NAS, WEB, FAR_WEB, PRINTER, RENDERER, MUSIC, SERVER, WHITEBOARD);
  }

  /** An Avahi host that announces the services of a file, on both families. */
  static Peer avahi(String name, int number, String source, String services) {
    return new Peer(
        name,
        Segment.SITE,
        number,
        List.of("avahi-daemon"),
        folder -> {
          folder.folders("etc/services");
          folder.fill(source + "/avahi-daemon.conf", "etc/avahi-daemon.conf");
          folder.fill(source + "/" + services, "etc/services/" + services);
        },
        folder -> List.of(avahi(folder)),
        List.of(udp(5353)));
  }

  /** Avahi, with the configuration of a folder's {@code etc}. */
  static List<String> avahi(PeerFolder folder) {
    return List.of(
        "sh",
        "-c",
        "mount --bind \"$1\" /etc/avahi && exec avahi-daemon --no-drop-root"
            + " --no-chroot --no-rlimits -f /etc/avahi/avahi-daemon.conf",
        "sh",
        folder.path("etc"));
  }

  /** A server that wants a folder of its own under /run. */
  static List<String> inRun(String name, String... command) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("sh", "-c", "mkdir /run/" + name + " && exec \"$@\"", "sh"));
    all.addAll(List.of(command));
    return List.copyOf(all);
  }

  private static void pages(PeerFolder folder) {
    folder.folders("www");
    folder.fill("web/index.html", "www/index.html");
    folder.fill("web/lighttpd.conf", "lighttpd.conf");
    folder.fill("web/nginx.conf", "nginx.conf");
    folder.certificate("/O=Lab Office/CN=notices.lab.test", 2048, "sha256");
  }

  private static void printer(PeerFolder folder) {
    folder.folders("cache", "spool", "root", "state", "tmp");
    folder.fill("printer/cupsd.conf", "cupsd.conf");
    folder.fill("printer/cups-files.conf", "cups-files.conf");
  }

  private static void server(PeerFolder folder) {
    folder.fill("login/sshd_config", "sshd_config");
    folder.fill("login/vsftpd.conf", "vsftpd.conf");
    folder.folders("agent");
    folder.fill("snmp/snmpd.conf", "snmpd.conf");
    Command.must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.path("host_key"));
  }
}
