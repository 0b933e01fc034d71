package org.camsweep.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;

/**
 * The files of a result folder. Where the file system knows POSIX permissions the folder and its
 * files are made readable by their owner alone; elsewhere they inherit the parent folder's rights.
 */
public final class ResultFolder {
  public static final String HEADER = "scan.json";
  public static final String OBSERVATIONS = "observations.ndjson";
  public static final String ADDRESSES = "addresses.ndjson";
  public static final String ASKED = "asked.ndjson";
  public static final String END = "end.json";
  public static final String REPORT = "report.json";

  /** The first manifest; later ones, and signatures, have names that begin alike. */
  public static final String MANIFEST = "manifest.json";

  private static final String SEALS = "manifest*.json*";

  private static final List<String> OWN =
      List.of(END, REPORT, ASKED, ADDRESSES, OBSERVATIONS, HEADER);

  private ResultFolder() {}

  /**
   * Makes the folder, or takes an empty one.
   *
   * @param overwrite whether an earlier result in it is removed
   * @throws ConfigException if something is there that must not be overwritten
   */
  static void prepare(Path folder, boolean overwrite) throws ConfigException {
    String name = folder.toString();
    try {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        if (folder.toAbsolutePath().getParent() != null) {
          Files.createDirectories(folder.toAbsolutePath().getParent());
        }
        Files.createDirectory(folder, owner(folder, "rwx------"));
        return;
      }
      if (!Files.isDirectory(folder)) {
        throw new ConfigException(name, 0, "is not a folder", "name another result folder");
      }
      if (Files.exists(folder.resolve(HEADER))) {
        if (!overwrite) {
          throw new ConfigException(
              name, 0, "already holds a result", "name another folder, or say --overwrite");
        }
        for (String file : OWN) {
          Files.deleteIfExists(folder.resolve(file));
        }
        unseal(folder);
      } else if (!isEmpty(folder)) {
        throw new ConfigException(
            name, 0, "holds files that are no result", "name a new or empty folder");
      }
      if (isPosix(folder)) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new ConfigException(
          name, 0, "cannot be made (" + reason(e) + ")", "check the path and its permissions");
    }
  }

  /**
   * Refuses a folder in which something of the result is a link or no file at all: what is added to
   * it, or torn off its end, would be somebody else's.
   */
  static void checkPlain(Path folder) throws ConfigException {
    for (String name : OWN) {
      Path file = folder.resolve(name);
      boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (there && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ConfigException(
            file.toString(), 0, "is no file of its own", "put the file there, not a link to it");
      }
    }
  }

  /** Removes the manifests and their signatures: what they name is about to change. */
  public static void unseal(Path folder) {
    if (!Files.isDirectory(folder)) {
      return; // a new folder has none
    }
    try (DirectoryStream<Path> seals = Files.newDirectoryStream(folder, SEALS)) {
      for (Path seal : seals) {
        Files.delete(seal);
      }
    } catch (IOException e) {
      throw new JournalException(folder.toString(), e);
    }
  }

  /** What a whole file is to hold. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a whole file for the owner alone. It stands there complete, or as it was before.
   *
   * @throws JournalException if it could not be written
   */
  public static void write(Path file, Content content) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, owner(file, "rw-------"));
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.WRITE))) {
        content.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part, e);
      throw new JournalException(file.toString(), e);
    }
  }

  /** On a full disk a part that nobody reads takes the room of what is kept. */
  private static void discard(Path part, IOException because) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Opens a file of the folder to write on at its end. */
  static OutputStream append(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, owner(file, "rw-------"));
    }
    return Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  private static FileAttribute<?>[] owner(Path path, String rights) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.endsWith(HEADER + ".part")); // killed at once
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.getClass().getSimpleName().replace("Exception", "");
  }
}
