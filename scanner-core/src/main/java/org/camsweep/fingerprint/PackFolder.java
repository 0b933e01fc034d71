package org.camsweep.fingerprint;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;

/** Reads a pack from a folder, without following symbolic links. */
final class PackFolder {
  private static final int MAX_DEPTH = 8;

  private PackFolder() {}

  static List<PackFile> read(Path folder) throws ConfigException {
    Path nested = folder.resolve(PackFiles.HOME);
    boolean isHome = Files.exists(folder.resolve(PackFiles.MANIFEST));
    Path base = !isHome && Files.isDirectory(nested) ? nested : folder;
    PackLimits limits = new PackLimits(folder.toString());
    List<PackFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(base, MAX_DEPTH)) {
      for (Path path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String name = base.relativize(path).toString().replace(File.separatorChar, '/');
        if (isHidden(name)) {
          continue;
        }
        if (!PackLimits.isPlain(name)) {
          throw new ConfigException(path.toString(), 0, "is not a plain name", "rename the file");
        }
        byte[] bytes = bytes(path);
        limits.add(name, bytes);
        files.add(new PackFile(name, path.toString(), bytes));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new ConfigException(
          folder.toString(), 0, "cannot be read", "check the path and its permissions");
    }
    return files;
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(PackLimits.MAX_FILE + 1);
    }
  }

  static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }
}
