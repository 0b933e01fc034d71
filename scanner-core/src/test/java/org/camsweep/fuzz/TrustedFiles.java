package org.camsweep.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.camsweep.fingerprint.PackFiles;
import org.camsweep.interview.Secrets;
import org.camsweep.manifest.KeyStoreReader;
import org.camsweep.site.Credential;
import org.camsweep.store.PackStore;

/** What says whom to trust: key stores, the signature of a pack, the store of the installed one. */
final class TrustedFiles {
  private static final String PASSWORD = "changeit";

  private TrustedFiles() {}

  static List<FuzzTarget> targets() throws Exception {
    Path keys = Places.file("keys.p12");
    Path home = Places.folder();
    Path pack = Places.file("pack.zip");
    Path signature = Places.file("pack.zip.sig");
    KeyPair signer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] zip = PackParts.pack();
    Files.write(pack, zip);
    PackFiles shipped = PackFiles.openBytes("pack.zip", zip);
    return List.of(
        new FuzzTarget("key-store", List.of(keyStore()), b -> keyStore(keys, b)),
        new FuzzTarget(
            "pack-signature",
            List.of(signed(signer, zip)),
            b -> {
              Files.write(signature, b);
              PackStore.verify(pack, signature, List.of(signer.getPublic()));
            }),
        new FuzzTarget(
            "pack-store",
            List.of("2026.1.1-0123456789abcdef-1\n".getBytes(StandardCharsets.US_ASCII)),
            b -> {
              Files.write(home.resolve("current"), b);
              new PackStore(home).current(shipped);
            }));
  }

  private static byte[] signed(KeyPair signer, byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(signer.getPrivate());
    signature.update(bytes);
    return signature.sign();
  }

  private static byte[] keyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD.toCharArray());
    store.setKeyEntry(
        "office",
        new SecretKeySpec("secret".getBytes(StandardCharsets.US_ASCII), "AES"),
        PASSWORD.toCharArray(),
        null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, PASSWORD.toCharArray());
    return out.toByteArray();
  }

  /** As a store of log-ins, then as one of signing keys. */
  private static void keyStore(Path file, byte[] bytes) throws Exception {
    Files.write(file, bytes);
    try {
      new Secrets(Map.of("CAMSWEEP_KEYSTORE_PASSWORD", PASSWORD))
          .fetch("credentials x", new Credential.Reference(file.toString(), "office"));
    } finally {
      KeyStoreReader.read(file + "#office", PASSWORD.toCharArray());
    }
  }
}
