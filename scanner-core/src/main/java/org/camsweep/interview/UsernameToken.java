package org.camsweep.interview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * A WS-Security UsernameToken with a password digest: {@code Base64(SHA-1(nonce + created +
 * password))} (OASIS UsernameToken Profile 1.0, section 3.1; ONVIF Core, section on user
 * authentication). The nonce that is hashed is the decoded one.
 *
 * @param created in the device's own time: devices refuse a token of another hour
 */
record UsernameToken(String user, String digest, String nonce, String created) {
  /** A digest does not belong where things are printed. */
  @Override
  public String toString() {
    return "a token, not shown";
  }

  static UsernameToken of(Secret secret, byte[] nonce, Instant deviceTime) {
    String created = deviceTime.truncatedTo(ChronoUnit.SECONDS).toString();
    char[] password = secret.password();
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      sha1.update(bytes);
      Base64.Encoder base64 = Base64.getEncoder();
      return new UsernameToken(
          secret.user(),
          base64.encodeToString(sha1.digest()),
          base64.encodeToString(nonce),
          created);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    } finally {
      Arrays.fill(password, '\0');
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
