package org.camsweep.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camsweep.config.ConfigException;
import org.camsweep.fingerprint.Pack;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.fingerprint.PackReader;
import org.camsweep.manifest.PublicKeys;

/**
 * A folder with at most one installed pack. {@code current} names the pack's own folder; it is
 * replaced in one step, so that a program that reads meanwhile sees the old pack or the new one.
 * The signature is checked again whenever the pack is opened.
 */
public final class PackStore {
  private static final String CURRENT = "current";
  private static final String PACK = "pack.zip";
  private static final String SIGNATURE = "pack.zip.sig";
  private static final String SIGNER = "signer.pem";

  /** Beside a pack that was installed although it was older than the one in use. */
  private static final String OLDER = "older-on-purpose";

  private final Path folder;

  public PackStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Checks a signed pack whole, without installing it.
   *
   * @param signature the file with the signature
   */
  public static PackOrigin verify(Path file, Path signature, List<PublicKey> trusted)
      throws ConfigException {
    SignedPack signed = SignedPack.read(file, signature, trusted);
    PackFiles files = PackFiles.openBytes(file.toString(), signed.pack().get());
    version(file, files);
    PackReader.read(files).registry().check();
    return new PackOrigin(files, "from " + file, fingerprint(signed.signer()));
  }

  private static String version(Path file, PackFiles files) throws ConfigException {
    String version = files.version();
    if (!PackVersion.isOne(version)) {
      throw new ConfigException(
          file.toString(), 0, "'" + version + "' is not a version", "write it as 2026.11.2");
    }
    return version;
  }

  private static Optional<String> fingerprint(PublicKey key) {
    return Optional.of(PublicKeys.fingerprint(key));
  }

  /**
   * Installs a signed pack in place of any other.
   *
   * @param inUse the pack that is used now
   * @param older whether it may be older than that, or another pack of the same version
   * @return what was installed
   * @throws ConfigException if it is not signed by a trusted key, cannot be read, or is older;
   *     nothing is changed then
   */
  public Pack install(
      Path file, Path signature, List<PublicKey> trusted, PackFiles inUse, boolean older)
      throws ConfigException {
    SignedPack signed = SignedPack.read(file, signature, trusted);
    PackFiles files = PackFiles.openBytes(file.toString(), signed.pack().get());
    String version = version(file, files);
    Pack pack = PackReader.read(files);
    pack.registry().check();
    int order = PackVersion.compare(version, inUse.version());
    boolean other = order == 0 && !files.hash().equals(inUse.hash());
    if ((order < 0 || other) && !older) {
      throw new ConfigException(
          file.toString(),
          0,
          order < 0
              ? "version " + version + " is older than " + inUse.version() + ", which is in use"
              : "version " + version + " is in use with other content",
          "install a newer one, or add --allow-older if you mean it");
    }
    try {
      keep(signed, version + "-" + files.hash().substring(0, 16), order < 0 || other);
    } catch (IOException e) {
      throw unwritable();
    }
    return pack;
  }

  private void keep(SignedPack signed, String name, boolean older) throws IOException {
    Files.createDirectories(folder);
    Path made = Files.createTempDirectory(folder, name + "-");
    Files.write(made.resolve(PACK), signed.pack().get());
    Files.write(made.resolve(SIGNATURE), signed.signature().get());
    Files.writeString(made.resolve(SIGNER), pem(signed.signer()), StandardCharsets.US_ASCII);
    if (older) {
      Files.createFile(made.resolve(OLDER));
    }
    String home = String.valueOf(made.getFileName());
    Path pointer = Files.createTempFile(folder, ".current", "");
    Files.writeString(pointer, home + "\n", StandardCharsets.US_ASCII);
    Files.move(
        pointer,
        folder.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path old : all.filter(p -> !isKept(p, home)).toList()) {
        remove(old);
      }
    }
  }

  private static boolean isKept(Path path, String name) {
    String own = String.valueOf(path.getFileName());
    return own.equals(name) || own.equals(CURRENT);
  }

  private static String pem(PublicKey key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private ConfigException unwritable() {
    return new ConfigException(
        folder.toString(), 0, "cannot be written", "check its permissions and the free space");
  }

  /**
   * The installed pack, its signature checked again; empty if none is installed, or if the shipped
   * one is newer and the older one was not wanted on purpose.
   *
   * @param shipped the pack that came with the program
   */
  public Optional<PackOrigin> current(PackFiles shipped) throws ConfigException {
    Optional<Path> home = home();
    if (home.isEmpty()) {
      return Optional.empty();
    }
    Path file = home.get().resolve(PACK);
    PublicKey signer = PublicKeys.read(home.get().resolve(SIGNER));
    SignedPack signed;
    try {
      signed = SignedPack.read(file, home.get().resolve(SIGNATURE), List.of(signer));
    } catch (ConfigException e) {
      throw new ConfigException(
          file.toString(),
          0,
          "was changed since it was installed, or is not whole",
          "install it again, or run 'camsweep signatures uninstall'");
    }
    PackFiles files = PackFiles.openBytes(file.toString(), signed.pack().get());
    boolean outrun = PackVersion.compare(version(file, files), shipped.version()) < 0;
    if (outrun && !Files.exists(home.get().resolve(OLDER))) {
      return Optional.empty();
    }
    return Optional.of(new PackOrigin(files, "installed in " + folder, fingerprint(signer)));
  }

  private Optional<Path> home() throws ConfigException {
    Path pointer = folder.resolve(CURRENT);
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    try {
      String name = Files.readString(pointer, StandardCharsets.US_ASCII).strip();
      if (Files.size(pointer) <= 256 && name.matches("[0-9][0-9.]*-[0-9a-f]{16}-[0-9]+")) {
        return Optional.of(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new ConfigException(pointer.toString(), 0, "cannot be read", "check its permissions");
    }
    throw new ConfigException(
        pointer.toString(), 0, "names no pack", "run 'camsweep signatures uninstall'");
  }

  /**
   * Removes the installed pack, so that the shipped one is used again.
   *
   * @return whether there was one
   */
  public boolean uninstall() throws ConfigException {
    if (!Files.exists(folder.resolve(CURRENT))) {
      return false;
    }
    try {
      Files.delete(folder.resolve(CURRENT));
      try (Stream<Path> all = Files.list(folder)) {
        for (Path old : all.toList()) {
          remove(old);
        }
      }
      return true;
    } catch (IOException e) {
      throw unwritable();
    }
  }

  /** Removes what this class made, and nothing beneath a symbolic link. */
  private static void remove(Path path) throws IOException {
    if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
