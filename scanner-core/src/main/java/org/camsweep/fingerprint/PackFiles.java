package org.camsweep.fingerprint;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camsweep.config.ConfigException;

/**
 * The files of one pack of data: makers, labels, regimes and what else stands beside {@code
 * pack.yaml}. Read whole into memory, at most 20,000 files and 128 MiB.
 */
public final class PackFiles {
  /** Where the shipped pack lies on the class path. */
  public static final String HOME = "org/camsweep/fingerprints/";

  static final String MANIFEST = "pack.yaml";

  private final SortedMap<String, PackFile> files;

  private PackFiles(SortedMap<String, PackFile> files) {
    this.files = files;
  }

  /** Opens a folder, or a jar or zip file, that holds {@code pack.yaml}. */
  public static PackFiles open(Path path) throws ConfigException {
    PackFiles files = openPart(path);
    if (files.file(MANIFEST).isEmpty()) {
      throw new ConfigException(
          path.toString(), 0, "holds no pack.yaml", "name a folder or jar of signatures");
    }
    return files;
  }

  /**
   * Opens a zip file held in memory that holds {@code pack.yaml}.
   *
   * @param shown the file's name, for messages
   */
  public static PackFiles openBytes(String shown, byte[] archive) throws ConfigException {
    SortedMap<String, PackFile> found = new TreeMap<>();
    PackZip.read(shown, archive).forEach(f -> found.put(f.name(), f));
    if (!found.containsKey(MANIFEST)) {
      throw new ConfigException(
          shown, 0, "is no zip file with pack.yaml at its top", "make the archive again");
    }
    return new PackFiles(found);
  }

  /** Opens a folder, jar or zip file that adds to another pack and needs no {@code pack.yaml}. */
  public static PackFiles openPart(Path path) throws ConfigException {
    SortedMap<String, PackFile> found = new TreeMap<>();
    List<PackFile> all = Files.isDirectory(path) ? PackFolder.read(path) : PackZip.read(path);
    all.forEach(f -> found.put(f.name(), f));
    return new PackFiles(found);
  }

  /**
   * Opens the pack whose {@code pack.yaml} a class loader found, in a folder or in a jar.
   *
   * @param manifest URI of {@code org/camsweep/fingerprints/pack.yaml}
   */
  public static PackFiles open(URI manifest) throws ConfigException {
    String url = manifest.toString();
    try {
      if ("file".equals(manifest.getScheme())) {
        Path file = Path.of(manifest);
        return open(Optional.ofNullable(file.getParent()).orElse(file));
      }
      int end = url.indexOf("!/");
      if (url.startsWith("jar:file:") && end > 0) {
        return open(Path.of(new URI(url.substring("jar:".length(), end))));
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new ConfigException(url, 0, "is not a usable place", "keep the pack in a file");
    }
    throw new ConfigException(url, 0, "is neither in a folder nor in a jar", "install it again");
  }

  /** These files and, in place of or beside them, those of {@code more}. */
  public PackFiles with(PackFiles more) {
    SortedMap<String, PackFile> both = new TreeMap<>(files);
    both.putAll(more.files);
    return new PackFiles(both);
  }

  /** The files under a folder, for example {@code makers}, sorted by name. */
  public List<PackFile> files(String folder) {
    return files.values().stream()
        .filter(f -> f.name().startsWith(folder + "/") && f.name().endsWith(".yaml"))
        .toList();
  }

  public Optional<PackFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The pack's version, from {@code pack.yaml}. */
  public String version() throws ConfigException {
    Optional<PackFile> manifest = file(MANIFEST);
    if (manifest.isEmpty()) {
      throw new ConfigException(MANIFEST, 0, "is missing", "add it with 'version: …'");
    }
    return manifest.get().yaml().map(java.util.Set.of("version", "note")).need("version").text();
  }

  /** SHA-256 over every file's name and bytes, lower-case hex. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (PackFile file : files.values()) {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        sha.update(
            ByteBuffer.allocate(8).putInt(name.length).putInt(file.content().length).array());
        sha.update(name);
        sha.update(file.content());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
