package org.camsweep.fingerprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.camsweep.config.ConfigException;

/** Small packs written inside tests: file names and their text, put into a folder. */
public final class PackText {
  private final Map<String, byte[]> files = new TreeMap<>();

  public PackText() {
    file("pack.yaml", "version: 2026.1.1\n");
  }

  public PackText file(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The public list of registered blocks: lines of a name, a tab and its blocks. */
  public PackText registry(String lines) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(("# dated: 2026-08-26\n" + lines).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.put(PrefixRegistry.FILE, packed.toByteArray());
    return this;
  }

  /** A maker with signatures; {@code more} is further YAML at the margin. */
  public PackText maker(String id, String more) {
    return file("makers/" + id + ".yaml", "maker: " + id + "\nname: " + id + " Ltd\n" + more);
  }

  public PackFiles in(Path folder) throws ConfigException {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PackFiles.open(folder);
  }

  /** Reads the pack through a temporary folder. */
  public Pack read() {
    try {
      Path folder = Files.createTempDirectory("pack");
      return PackReader.read(in(folder));
    } catch (IOException | ConfigException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
