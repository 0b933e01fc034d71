package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The ONVIF device service on gSOAP's own wsse plug-in, built once a run. */
final class GsoapDevice {
  private static final Path FOLDER = Path.of("target", "lab-gsoap-device").toAbsolutePath();

  /** The library's flags must be those that Debian built it with. */
  private static final String BUILD =
      "set -e; cd %1$s; soapcpp2 -2 -c -S -L -x -I/usr/share/gsoap/import %2$s;"
          + " gcc -w -DWITH_IPV6 -DWITH_OPENSSL -DWITH_GZIP -DWITH_DOM -I."
          + " -I/usr/share/gsoap/plugin -I/usr/share/gsoap -o device %3$s soapC.c soapServer.c"
          + " /usr/share/gsoap/plugin/wsseapi.c /usr/share/gsoap/plugin/smdevp.c"
          + " /usr/share/gsoap/plugin/mecevp.c /usr/share/gsoap/plugin/threads.c"
          + " /usr/share/gsoap/custom/struct_timeval.c"
          + " -lgsoapssl -lssl -lcrypto -lz -lpthread";

  private static boolean built;

  private GsoapDevice() {}

  static synchronized Path program() {
    if (!built) {
      build();
      built = true;
    }
    return FOLDER.resolve("device");
  }

  private static void build() {
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String script =
        BUILD.formatted(
            FOLDER,
            Cameras.source("onvif-device/device.h"),
            Cameras.source("onvif-device/device.c"));
    Command.Result result = Command.run(Duration.ofMinutes(2), List.of("sh", "-c", script));
    if (!result.ok()) {
      throw new IllegalStateException("the gSOAP device does not build: " + result.text());
    }
  }
}
