package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that something was handed out by this server: an HMAC under a key that is drawn at its
 * start and never leaves it. Thread-safe.
 */
final class Seal {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Seal() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  /** {@return the signature of a text, safe in an address} */
  String sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return whether the signature is the text's; takes as long for any signature} */
  boolean fits(String text, String signature) {
    return MessageDigest.isEqual(sign(text).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  /**
   * {@return a token that carries a value, good only for the same purpose}
   *
   * @param purpose what it is for; not in the token, but sealed with it
   */
  String token(String purpose, long value) {
    String text = Long.toString(value);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((text + '.' + sign(purpose + '\n' + text)).getBytes(UTF_8));
  }

  /** {@return the value of a token, if it was handed out for this purpose} */
  Optional<Long> value(String purpose, String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
      int point = text.indexOf('.');
      return point > 0 && fits(purpose + '\n' + text.substring(0, point), text.substring(point + 1))
          ? Optional.of(Long.valueOf(text.substring(0, point)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
