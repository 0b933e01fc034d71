package org.camsweep.lab;

import static org.camsweep.lab.Peer.tcp;
import static org.camsweep.lab.Peer.udp;

import java.util.ArrayList;
import java.util.List;

/**
 * Devices that want a log-in: their web pages say whose firmware they run, their ONVIF service is
 * gSOAP's, and its clock is hours off.
 */
final class LoginCameras {
  static final String USER = "lab-reader7";
  static final String PASSWORD = "Lab-pass-91c4";
  private static final String REALM = "lab camera";

  private static final List<String> NEEDS =
      List.of(
          "gcc",
          "soapcpp2",
          "/usr/share/gsoap/plugin/wsseapi.c",
          "/usr/share/gsoap/custom/struct_timeval.c",
          "faketime",
          "lighttpd",
          "/usr/lib/lighttpd/mod_authn_file.so",
          "md5sum");

  /** A recorder whose log-in gSOAP's wsse plug-in checks, seven hours behind. */
  static final Peer RECORDER =
      new Peer(
          "login-recorder",
          Segment.SITE,
          14,
          NEEDS,
          folder -> prepare(folder, "recorder.conf"),
          folder -> commands(folder, "4a1c7b52-0004", "-7h", "4", USER, PASSWORD),
          List.of(udp(3702), tcp(80), tcp(8081)));

  /** A camera behind a web server that takes HTTP Digest and nothing else. */
  static final Peer DIGEST =
      new Peer(
          "login-digest",
          Segment.SITE,
          15,
          NEEDS,
          folder -> {
            prepare(folder, "digest.conf");
            String line = USER + ":" + REALM + ":";
            Command.must(
                "sh",
                "-c",
                "printf '%s' '"
                    + line
                    + "' > \"$0\"; printf '%s' '"
                    + line
                    + PASSWORD
                    + "' | md5sum | cut -d' ' -f1 >> \"$0\"",
                folder.path("users"));
          },
          folder -> commands(folder, "4a1c7b52-0005", "+5h", "1", "-", "-"),
          List.of(udp(3702), tcp(80), tcp(8081)));

  private LoginCameras() {}

  static List<Peer> all() {
    return List.of(RECORDER, DIGEST);
  }

  private static void prepare(PeerFolder folder, String configuration) {
    folder.folders("www");
    folder.fill("onvif-device/index.html", "www/index.html");
    folder.fill("onvif-device/" + configuration, "lighttpd.conf");
  }

  private static List<List<String>> commands(
      PeerFolder folder, String uuid, String skew, String... device) {
    List<String> service =
        new ArrayList<>(
            List.of(
                "faketime",
                "-f",
                skew,
                GsoapDevice.program().toString(),
                folder.address(),
                "8081",
                "LAB-" + uuid));
    service.addAll(List.of(device));
    return List.of(
        Cameras.target(folder, uuid),
        service,
        List.of("lighttpd", "-D", "-f", folder.path("lighttpd.conf")));
  }
}
