package org.camsweep.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the manifests of a folder are signed by whom they should be. */
final class SignatureCheck {
  private static final int LONGEST = 1_024;

  private final Path folder;
  private final Optional<PublicKey> trusted;
  private final List<String> remarks = new ArrayList<>();
  private Optional<Manifest.Signer> first = Optional.empty();

  SignatureCheck(Path folder, Optional<PublicKey> trusted) {
    this.folder = folder;
    this.trusted = trusted;
  }

  /** What the signatures do not prove. */
  List<String> remarks() {
    return remarks;
  }

  /** What is wrong with the signature of one manifest; to be called from the first on. */
  Optional<String> check(int number, Manifest manifest, byte[] bytes) {
    String name = FolderFiles.manifest(number);
    if (number == 1) {
      first = manifest.signer();
    } else if (!key(first).equals(key(manifest.signer()))) {
      return Optional.of(name + " is not signed by the key of " + FolderFiles.manifest(1));
    }
    if (manifest.signer().isEmpty()) {
      if (trusted.isPresent()) {
        return Optional.of(name + " is not signed");
      }
      if (number == 1) {
        remarks.add(
            "not signed: files and manifest agree, but whoever can write here could renew both");
      }
      return Optional.empty();
    }
    Optional<PublicKey> own = PublicKeys.of(manifest.signer().get().publicKey());
    if (own.isEmpty()) {
      return Optional.of(name + " names a key that cannot be used");
    }
    if (trusted.isPresent() && !trusted.get().equals(own.get())) {
      return Optional.of(
          name + " is signed by another key, SHA-256 " + PublicKeys.fingerprint(own.get()));
    }
    if (number == 1) {
      remarks.add(
          (trusted.isPresent() ? "signed by the key given, " : "says it is signed by ")
              + manifest.signer().get().subject()
              + ", key SHA-256 "
              + PublicKeys.fingerprint(own.get())
              + (trusted.isPresent() ? "" : "; whose key that is, only --public-key can tell"));
    }
    return signature(number, own.get(), bytes);
  }

  private static Optional<String> key(Optional<Manifest.Signer> signer) {
    return signer.map(Manifest.Signer::publicKey);
  }

  private Optional<String> signature(int number, PublicKey key, byte[] bytes) {
    String name = FolderFiles.signature(number);
    Path file = folder.resolve(name);
    try {
      if (!FolderFiles.isPlain(file) || Files.size(file) > LONGEST) {
        return Optional.of(name + " is missing, or is no signature");
      }
      return PublicKeys.verifies(key, bytes, Files.readAllBytes(file))
          ? Optional.empty()
          : Optional.of(
              name + " does not fit: " + FolderFiles.manifest(number) + " or it was changed");
    } catch (IOException e) {
      return Optional.of(name + " cannot be read");
    }
  }
}
