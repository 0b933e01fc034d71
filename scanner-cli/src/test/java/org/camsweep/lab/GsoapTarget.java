package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The gSOAP target program, built once a run from Debian's plug-in and a small main of ours. */
final class GsoapTarget {
  private static final Path FOLDER = Path.of("target", "lab-gsoap").toAbsolutePath();

  /** The library's flags must be those that Debian built it with. */
  private static final String BUILD =
      "set -e; cd %1$s; soapcpp2 -2 -c -L -x -I/usr/share/gsoap/import"
          + " /usr/share/gsoap/import/wsdd10.h;"
          + " gcc -w -DWITH_IPV6 -DWITH_OPENSSL -DWITH_GZIP -DWITH_DOM -I."
          + " -I/usr/share/gsoap/plugin -o target %2$s soapC.c soapClient.c soapServer.c"
          + " /usr/share/gsoap/plugin/wsddapi.c /usr/share/gsoap/plugin/wsaapi.c"
          + " -lgsoapssl -lssl -lcrypto -lz -lpthread";

  private static boolean built;

  private GsoapTarget() {}

  static synchronized Path program() {
    if (!built) {
      build();
      built = true;
    }
    return FOLDER.resolve("target");
  }

  private static void build() {
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String script = BUILD.formatted(FOLDER, Cameras.source("wsd-target/target.c"));
    Command.Result result = Command.run(Duration.ofSeconds(90), List.of("sh", "-c", script));
    if (!result.ok()) {
      throw new IllegalStateException("the gSOAP target does not build: " + result.text());
    }
  }
}
