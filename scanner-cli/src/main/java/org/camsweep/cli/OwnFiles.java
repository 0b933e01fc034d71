package org.camsweep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.policy.DataFile;

/** The owner's files that a judgement needs: rules, waivers, the approved inventory. */
final class OwnFiles {
  private static final int MAX_BYTES = 128 * 1024 * 1024;

  private OwnFiles() {}

  /** A whole file, at most 128 MiB. */
  static DataFile read(Path file) throws ConfigException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ConfigException(name, 0, "larger than 128 MiB", "split it");
      }
      return new DataFile(name, bytes);
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new ConfigException(name, 0, why, "check the path and its permissions");
    }
  }

  /** The files named, and the {@code *.yaml} files of the folders named, sorted by name. */
  static List<DataFile> regimes(List<Path> paths) throws ConfigException {
    List<DataFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        for (Path file : within(path)) {
          files.add(read(file));
        }
      } else {
        files.add(read(path));
      }
    }
    return files;
  }

  private static List<Path> within(Path folder) throws ConfigException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw new ConfigException(
            folder.toString(), 0, "holds no rule", "put a file 'NAME.yaml' into it");
      }
      return files;
    } catch (IOException e) {
      throw new ConfigException(folder.toString(), 0, "cannot be read", "check its permissions");
    }
  }
}
