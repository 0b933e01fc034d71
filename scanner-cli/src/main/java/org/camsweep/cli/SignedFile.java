package org.camsweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A signed pack on the command line. */
final class SignedFile {
  @Parameters(paramLabel = "FILE", description = "The pack, a zip file with pack.yaml at its top.")
  private Path file;

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description = "Its signature (default: the pack's name and '.sig').")
  private Optional<Path> signature = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "Public key (PEM) of a signer whom you trust; may be repeated. Default: that of",
        "CAMSWEEP_PACK_KEY, else all of ~/.config/camsweep/pack-keys/*.pem."
      })
  private List<Path> keys = List.of();

  Path file() {
    return file;
  }

  Path signature() {
    return signature.orElse(Path.of(file + ".sig"));
  }

  List<Path> keys() {
    return keys;
  }
}
