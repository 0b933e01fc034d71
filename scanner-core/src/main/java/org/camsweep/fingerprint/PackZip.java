package org.camsweep.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.camsweep.config.ConfigException;

/**
 * Reads a pack from a jar or zip file. Sizes are measured while unpacking, never taken from the
 * archive's word.
 */
final class PackZip {
  private PackZip() {}

  static List<PackFile> read(Path archive) throws ConfigException {
    String shown = archive.toString();
    if (!Files.isRegularFile(archive)) {
      throw new ConfigException(shown, 0, "does not exist", "name a folder or jar of signatures");
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      boolean nested = zip.getEntry(PackFiles.MANIFEST) == null;
      String base = nested ? PackFiles.HOME : "";
      PackLimits limits = new PackLimits(shown);
      Set<String> seen = new HashSet<>();
      List<PackFile> files = new ArrayList<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory() || !entry.getName().startsWith(base)) {
          continue;
        }
        String name = entry.getName().substring(base.length());
        if (PackFolder.isHidden(name) && !name.contains("..")) {
          continue;
        }
        if (!PackLimits.isPlain(name) || !seen.add(name)) {
          throw new ConfigException(
              shown, 0, "an entry has no plain name of its own", "make the archive again");
        }
        byte[] bytes = bytes(zip, entry);
        limits.add(name, bytes);
        files.add(new PackFile(name, shown + "!" + name, bytes));
      }
      return files;
    } catch (IOException e) {
      throw new ConfigException(shown, 0, "is not a readable zip file", "make the archive again");
    }
  }

  /**
   * Reads an archive held in memory, with {@code pack.yaml} at its top; nothing in it is passed
   * over.
   */
  static List<PackFile> read(String shown, byte[] archive) throws ConfigException {
    PackLimits limits = new PackLimits(shown);
    Set<String> seen = new HashSet<>();
    List<PackFile> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
        if (!PackLimits.isPlain(plain) || !seen.add(plain)) {
          throw new ConfigException(
              shown, 0, "an entry has no plain name of its own", "make the archive again");
        }
        byte[] bytes = zip.readNBytes(PackLimits.MAX_FILE + 1);
        limits.add(name, bytes);
        if (!entry.isDirectory()) {
          files.add(new PackFile(name, shown + "!" + name, bytes));
        }
      }
      return files;
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(shown, 0, "is not a readable zip file", "make the archive again");
    }
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(PackLimits.MAX_FILE + 1);
    }
  }
}
