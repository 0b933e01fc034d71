package org.camsweep.manifest;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * A key that seals manifests: Ed25519 (RFC 8032), or ECDSA over SHA-256 on a curve of 256 bits for
 * tokens, which Java cannot ask for Ed25519. Never shown, never stored.
 */
public final class SigningKey {
  private final PrivateKey key;
  private final Optional<Provider> provider;
  private final Manifest.Signer signer;

  /**
   * @param provider who holds the key; empty for a key in memory
   */
  SigningKey(
      PrivateKey key,
      PublicKey publicKey,
      String algorithm,
      String subject,
      Optional<Provider> provider) {
    this.key = key;
    this.provider = provider;
    this.signer =
        new Manifest.Signer(
            algorithm, Base64.getEncoder().encodeToString(publicKey.getEncoded()), subject);
  }

  /** As the manifest names it. */
  Manifest.Signer signer() {
    return signer;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature =
          provider.isPresent()
              ? Signature.getInstance(signer.algorithm(), provider.get())
              : Signature.getInstance(signer.algorithm());
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key signed once and does not any more", e);
    }
  }
}
