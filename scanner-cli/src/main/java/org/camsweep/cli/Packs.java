package org.camsweep.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.manifest.PublicKeys;
import org.camsweep.store.PackOrigin;
import org.camsweep.store.PackStore;

/**
 * Which data pack is used: the one named, else the installed one, else the one that came with the
 * program. Folders follow the XDG Base Directory Specification.
 */
final class Packs {
  static final String NAMED = "CAMSWEEP_PACK";
  static final String KEY = "CAMSWEEP_PACK_KEY";

  /** Where the pack is from that came with this program. */
  static final String OF_PROGRAM = "that came with the program";

  private final Map<String, String> environment;

  Packs(Terminal terminal) {
    this.environment = terminal.environment();
  }

  /** The pack in use; a path that was named wins over the variable {@value #NAMED}. */
  PackOrigin inUse(Optional<Path> named) throws ConfigException {
    Optional<Path> path = named.or(() -> variable(NAMED).map(Path::of));
    if (path.isPresent()) {
      return new PackOrigin(PackFiles.open(path.get()), "named: " + path.get(), Optional.empty());
    }
    PackFiles shipped = shipped();
    Optional<Path> data = data();
    Optional<PackOrigin> installed =
        data.isPresent() ? new PackStore(data.get()).current(shipped) : Optional.empty();
    return installed.isPresent() ? installed.get() : ofProgram();
  }

  /** The pack that came with this program, whatever is installed. */
  static PackOrigin ofProgram() throws ConfigException {
    return new PackOrigin(shipped(), OF_PROGRAM, Optional.empty());
  }

  /** Where the user's own pack is kept. */
  PackStore store() throws StopException {
    return new PackStore(
        data()
            .orElseThrow(
                () ->
                    StopException.wrongUse(
                        "there is no folder for a pack of your own", "set HOME or XDG_DATA_HOME")));
  }

  /** The keys named; else that of {@value #KEY}; else those in the user's folder of keys. */
  List<PublicKey> trusted(List<Path> named) throws ConfigException, StopException {
    List<Path> files = new ArrayList<>(named);
    if (files.isEmpty()) {
      variable(KEY).map(Path::of).ifPresent(files::add);
    }
    if (files.isEmpty()) {
      files.addAll(kept());
    }
    if (files.isEmpty()) {
      throw StopException.wrongUse(
          "no key says whose packs are trusted",
          "name one with --key, or put it into " + keys().map(Path::toString).orElse("a folder"));
    }
    List<PublicKey> trusted = new ArrayList<>();
    for (Path file : files) {
      trusted.add(PublicKeys.read(file));
    }
    return trusted;
  }

  private List<Path> kept() throws ConfigException {
    Optional<Path> folder = keys().filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.get())) {
      return all.filter(f -> f.toString().endsWith(".pem")).sorted().toList();
    } catch (IOException e) {
      throw new ConfigException(
          folder.get().toString(), 0, "cannot be read", "check its permissions");
    }
  }

  private Optional<Path> data() {
    return home("XDG_DATA_HOME", ".local/share").map(h -> h.resolve("camsweep/pack"));
  }

  private Optional<Path> keys() {
    return home("XDG_CONFIG_HOME", ".config").map(h -> h.resolve("camsweep/pack-keys"));
  }

  private Optional<Path> home(String variable, String usual) {
    return variable(variable)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> variable("HOME").map(h -> Path.of(h).resolve(usual)));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }

  /** The pack that came with this program. */
  static PackFiles shipped() throws ConfigException {
    String manifest = PackFiles.HOME + "pack.yaml";
    URL url = Packs.class.getClassLoader().getResource(manifest);
    if (url == null) {
      throw new ConfigException(manifest, 0, "is not in the program", "install camsweep again");
    }
    try {
      return PackFiles.open(url.toURI());
    } catch (URISyntaxException e) {
      throw new ConfigException(url.toString(), 0, "is no place", "install camsweep again");
    }
  }
}
