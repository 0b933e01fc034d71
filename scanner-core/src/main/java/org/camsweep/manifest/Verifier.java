package org.camsweep.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camsweep.config.ConfigException;
import org.camsweep.manifest.Manifest.Sealed;
import org.camsweep.observe.Plain;

/** Checks that a result folder is as it was sealed. Reads, and changes nothing. */
public final class Verifier {
  private final Path folder;
  private final SignatureCheck signatures;
  private final List<String> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<String> seals = new TreeSet<>();
  private final Set<String> named = new TreeSet<>();
  private int files;

  private Verifier(Path folder, Optional<PublicKey> trusted) {
    this.folder = folder;
    this.signatures = new SignatureCheck(folder, trusted);
  }

  /**
   * Checks a folder.
   *
   * @param trusted the key that must have signed; empty to take the manifest's own word
   * @param previous folder of the inspection before, to check the chain; empty to leave it out
   * @throws IOException if the folder itself cannot be listed
   */
  public static Verification verify(
      Path folder, Optional<PublicKey> trusted, Optional<Path> previous) throws IOException {
    Verifier verifier = new Verifier(folder, trusted);
    verifier.run(previous);
    return new Verification(
        verifier.faults.stream().map(Plain::of).toList(),
        verifier.remarks.stream().map(Plain::of).toList(),
        verifier.files);
  }

  private void run(Optional<Path> previous) throws IOException {
    Set<String> present = FolderFiles.names(folder);
    int manifests = FolderFiles.manifests(folder);
    if (manifests == 0) {
      faults.add(
          FolderFiles.manifest(1)
              + " is missing: the scan was cut off before it sealed its result, or it was removed");
      return;
    }
    Optional<String> before = Optional.empty();
    for (int number = 1; number <= manifests; number++) {
      before = Optional.of(manifest(number, before, previous));
    }
    remarks.addAll(signatures.remarks());
    OwnerOnly.remark(folder).ifPresent(remarks::add);
    for (String name : present) {
      if (!named.contains(name) && !seals.contains(name)) {
        faults.add(name + " was added: no manifest names it");
      }
    }
    faults.addAll(RawBytesCheck.faults(folder));
  }

  /** Checks one manifest and what it names, and gives its own hash. */
  private String manifest(int number, Optional<String> before, Optional<Path> previous) {
    String name = FolderFiles.manifest(number);
    seals.add(name);
    byte[] bytes;
    try {
      if (!FolderFiles.isPlain(folder.resolve(name))) {
        throw new IOException("a link");
      }
      bytes = Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      faults.add(name + " cannot be read, or is a link");
      return "";
    }
    try {
      Manifest manifest = ManifestJson.read(name, bytes);
      signatures.check(number, manifest, bytes).ifPresent(faults::add);
      if (manifest.signer().isPresent()) {
        seals.add(FolderFiles.signature(number));
      }
      if (!manifest.follows().equals(before)) {
        faults.add(name + " does not follow the manifest before it: one of the two was replaced");
      }
      if (number == 1) {
        chain(manifest, previous);
      }
      manifest.files().forEach(f -> file(name, f));
    } catch (ConfigException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    return FolderFiles.sha256(bytes);
  }

  private void file(String manifest, Sealed sealed) {
    String name = sealed.name();
    if (!named.add(name)) {
      faults.add(name + " is named twice: " + manifest + " names it again");
      return;
    }
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        faults.add(name + " is missing");
      } else if (!FolderFiles.isPlain(file) || !isInside(file)) {
        faults.add(name + " was replaced by a link or a folder");
      } else {
        Sealed now = FolderFiles.seal(folder, name);
        if (now.equals(sealed)) {
          files++;
        } else {
          faults.add(name + " was changed: " + difference(sealed, now));
        }
      }
    } catch (IOException e) {
      faults.add(name + " cannot be read");
    }
  }

  private static String difference(Sealed sealed, Sealed now) {
    return sealed.size() == now.size()
        ? "its SHA-256 is " + now.sha256() + ", sealed was " + sealed.sha256()
        : "it has " + now.size() + " bytes, sealed were " + sealed.size();
  }

  private boolean isInside(Path file) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  private void chain(Manifest manifest, Optional<Path> previous) {
    Optional<Manifest.Previous> link = manifest.previous();
    if (previous.isEmpty()) {
      link.ifPresent(
          l ->
              remarks.add(
                  "chained to " + l.scanId() + "; name its folder with --previous to check that"));
      return;
    }
    if (link.isEmpty()) {
      faults.add(FolderFiles.manifest(1) + " is not chained to any earlier inspection");
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(previous.get().resolve(FolderFiles.manifest(1)));
      if (!FolderFiles.sha256(bytes).equals(link.get().manifestSha256())) {
        faults.add(
            "the chain is broken: "
                + previous.get()
                + " is not the inspection that this one followed ("
                + link.get().scanId()
                + "), or its manifest was changed");
      }
    } catch (IOException e) {
      faults.add("the chain cannot be checked: " + previous.get() + " holds no manifest");
    }
  }
}
