package org.camsweep.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.config.ConfigException;
import org.camsweep.journal.ResultFolder;
import org.camsweep.manifest.Manifest.Sealed;

/** Writes manifests. What one of them names is never written over again. */
public final class Seal {
  private final Path folder;

  private Seal(Path folder) {
    this.folder = folder;
  }

  /** The seal of a folder, whether it has been set or not. */
  public static Seal of(Path folder) {
    return new Seal(folder);
  }

  /** Whether the folder has been sealed. */
  public boolean isSet() {
    return FolderFiles.manifests(folder) > 0;
  }

  /** Whether a file of the folder must stay as it is: a manifest names it, or it is one. */
  public boolean covers(Path file) throws ConfigException {
    String name = FolderFiles.name(folder.toAbsolutePath().relativize(file.toAbsolutePath()));
    return isSet() && (FolderFiles.isSeal(name) || named().contains(name));
  }

  /**
   * Whether something may be added with this key. To a signed result only its own signer adds, or a
   * reader could not tell what the signature stands for.
   *
   * @throws ConfigException if not
   */
  public void checkAdding(Optional<SigningKey> key) throws ConfigException {
    if (!isSet()) {
      return;
    }
    Optional<Manifest.Signer> signer = manifest(1).signer();
    boolean same =
        signer
            .map(Manifest.Signer::publicKey)
            .equals(key.map(SigningKey::signer).map(Manifest.Signer::publicKey));
    if (!same) {
      throw new ConfigException(
          folder.toString(),
          0,
          signer.isPresent() ? "is sealed by another signature" : "is sealed without a signature",
          signer.isPresent()
              ? "give the same key with --sign, or write elsewhere with -o FORMAT=PATH"
              : "leave --sign out, or write elsewhere with -o FORMAT=PATH");
    }
  }

  /**
   * Names every file of the folder; to be called when all of them are written.
   *
   * @param previous folder of the inspection before, if it is sealed
   */
  public void set(String scanId, Optional<Path> previous, Optional<SigningKey> key)
      throws ConfigException {
    Optional<Manifest.Previous> chain = Optional.empty();
    if (previous.isPresent() && of(previous.get()).isSet()) {
      byte[] bytes = of(previous.get()).bytes(1);
      Manifest before = ManifestJson.read(previous.get().toString(), bytes);
      chain = Optional.of(new Manifest.Previous(before.scanId(), FolderFiles.sha256(bytes)));
    }
    Set<String> names = all();
    write(1, scanId, chain, Optional.empty(), key, names);
  }

  /** Names what was added to a sealed folder; nothing where nothing was. */
  public void add(Optional<SigningKey> key) throws ConfigException {
    if (!isSet()) {
      return;
    }
    checkAdding(key);
    Set<String> names = all();
    names.removeAll(named());
    if (names.isEmpty()) {
      return;
    }
    int last = FolderFiles.manifests(folder);
    String follows = FolderFiles.sha256(bytes(last));
    String scanId = manifest(1).scanId();
    write(last + 1, scanId, Optional.empty(), Optional.of(follows), key, names);
  }

  /** Removes the seal and all that it names, so that another scan can use the folder. */
  public void discard() throws ConfigException {
    try {
      for (String name : isSet() ? named() : Set.<String>of()) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      throw unreadable();
    }
    ResultFolder.unseal(folder);
  }

  /** Every file but the seal itself. */
  private Set<String> all() throws ConfigException {
    try {
      Set<String> names = new TreeSet<>(FolderFiles.names(folder));
      names.removeIf(FolderFiles::isSeal);
      for (String name : names) {
        if (!FolderFiles.isPlain(folder.resolve(name))) {
          throw new ConfigException(
              folder.resolve(name).toString(), 0, "is no file of its own", "remove the link");
        }
      }
      return names;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private Set<String> named() throws ConfigException {
    Set<String> names = new TreeSet<>();
    for (int number = 1; number <= FolderFiles.manifests(folder); number++) {
      manifest(number).files().forEach(f -> names.add(f.name()));
    }
    return names;
  }

  private Manifest manifest(int number) throws ConfigException {
    return ManifestJson.read(
        folder.resolve(FolderFiles.manifest(number)).toString(), bytes(number));
  }

  private byte[] bytes(int number) throws ConfigException {
    try {
      return Files.readAllBytes(folder.resolve(FolderFiles.manifest(number)));
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private void write(
      int number,
      String scanId,
      Optional<Manifest.Previous> chain,
      Optional<String> follows,
      Optional<SigningKey> key,
      Set<String> names)
      throws ConfigException {
    List<Sealed> files = new ArrayList<>();
    try {
      for (String name : names) {
        files.add(FolderFiles.seal(folder, name));
      }
    } catch (IOException e) {
      throw unreadable();
    }
    byte[] bytes =
        ManifestJson.bytes(
            new Manifest(scanId, chain, follows, key.map(SigningKey::signer), files));
    if (key.isPresent()) {
      byte[] signature = key.get().sign(bytes);
      ResultFolder.write(
          folder.resolve(FolderFiles.signature(number)), out -> out.write(signature));
    }
    ResultFolder.write(folder.resolve(FolderFiles.manifest(number)), out -> out.write(bytes));
  }

  private ConfigException unreadable() {
    return new ConfigException(
        folder.toString(), 0, "cannot be sealed: a file cannot be read", "check its permissions");
  }
}
