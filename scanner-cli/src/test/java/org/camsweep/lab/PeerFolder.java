package org.camsweep.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A peer's own folder: its configuration, keys and log. */
final class PeerFolder {
  /** Where the peers' configurations and programs are kept. */
  static final Path SOURCES = Path.of("src", "test", "lab").toAbsolutePath();

  private final Path path;
  private final String name;
  private final String address;
  private final String address6;

  PeerFolder(Path parent, String name, String address, String address6) {
    this.path = folder(parent.resolve(name));
    this.name = name;
    this.address = address;
    this.address6 = address6;
  }

  String address() {
    return address;
  }

  String address6() {
    return address6;
  }

  Path log() {
    return path.resolve("log");
  }

  String path(String file) {
    return path.resolve(file).toString();
  }

  void folders(String... names) {
    for (String each : names) {
      folder(path.resolve(each));
    }
  }

  /** Copies a configuration, with the host's own addresses and paths filled in. */
  void fill(String source, String file) {
    try {
      String text = Files.readString(SOURCES.resolve(source));
      Files.writeString(
          path.resolve(file),
          text.replace("${address}", address)
              .replace("${address6}", address6)
              .replace("${dir}", path.toString())
              .replace("${name}", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A self-signed certificate: {@code key.pem}, {@code cert.pem}, and {@code both.pem}. */
  void certificate(String subject, int bits, String digest) {
    Command.must(
        "openssl",
        "req",
        "-x509",
        "-nodes",
        "-newkey",
        "rsa:" + bits,
        "-" + digest,
        "-days",
        "3650",
        "-subj",
        subject,
        "-keyout",
        path("key.pem"),
        "-out",
        path("cert.pem"));
    try {
      Files.writeString(
          path.resolve("both.pem"),
          Files.readString(path.resolve("key.pem")) + Files.readString(path.resolve("cert.pem")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
