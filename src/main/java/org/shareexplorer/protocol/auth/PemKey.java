package org.shareexplorer.protocol.auth;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.profile.Secret;

/**
 * Private keys as PEM text (RFC 7468): PKCS #8, and the older forms of RSA (PKCS #1) and EC (SEC 1)
 * keys, which the JDK does not read and which are PKCS #8's inner part.
 */
final class PemKey {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final byte[] VERSION = HexFormat.of().parseHex("020100");
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int OBJECT_ID = 0x06;

  private PemKey() {}

  static PrivateKey read(Secret pem, TokenProblems problems) {
    Matcher block = BLOCK.matcher(pem.reveal());
    while (block.find()) {
      String kind = block.group(1);
      if (kind.equals("ENCRYPTED PRIVATE KEY") || block.group(2).contains("ENCRYPTED")) {
        throw problems.key(
            "It is protected by a password; give it without one (openssl pkey can do that).");
      }
      if (kind.endsWith("PRIVATE KEY")) {
        return key(kind, decoded(block.group(2), problems), problems);
      }
    }
    throw problems.key("Its file holds no private key in PEM form.");
  }

  private static byte[] decoded(String text, TokenProblems problems) {
    try {
      return Base64.getMimeDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw problems.key("Its file is damaged.");
    }
  }

  private static PrivateKey key(String kind, byte[] der, TokenProblems problems) {
    try {
      byte[] pkcs8 =
          switch (kind) {
            case "RSA PRIVATE KEY" -> wrapped(RSA, der);
            case "EC PRIVATE KEY" -> wrapped(of(SEQUENCE, joined(EC, curve(der))), der);
            default -> der;
          };
      for (String algorithm : new String[] {"RSA", "EC", "EdDSA"}) {
        Optional<PrivateKey> key = key(algorithm, new PKCS8EncodedKeySpec(pkcs8));
        if (key.isPresent()) {
          return key.get();
        }
      }
    } catch (NoSuchAlgorithmException | IndexOutOfBoundsException e) {
      throw problems.key("Its file is damaged.");
    }
    throw problems.key("Its file is damaged, or holds a kind of key that is not known here.");
  }

  /** Empty if it is a key of another kind, or none. */
  private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec)
      throws NoSuchAlgorithmException {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return of(SEQUENCE, joined(VERSION, algorithm, of(OCTETS, key)));
  }

  /**
   * {@return the name of an EC key's curve: in RFC 5915, section 3, the object id in the tag [0]
   * after version and key}
   */
  private static byte[] curve(byte[] der) {
    int at = content(der, 0);
    for (int i = 0; i < 2; i++) {
      at = content(der, at) + length(der, at);
    }
    at = content(der, at);
    if (der[at] != OBJECT_ID) {
      throw new IndexOutOfBoundsException(at);
    }
    return Arrays.copyOfRange(der, at, content(der, at) + length(der, at));
  }

  /** Where the content of the value at this place begins. */
  private static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int length = der[at + 1] & 0xFF;
    if (length < 0x80) {
      return length;
    }
    int bytes = length & 0x7F;
    length = 0;
    for (int i = 0; i < Math.min(bytes, 3); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xFF);
    }
    return length;
  }

  private static byte[] of(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return joined(head, content);
  }

  private static byte[] joined(byte[]... parts) {
    byte[] all = new byte[0];
    for (byte[] part : parts) {
      int end = all.length;
      all = Arrays.copyOf(all, end + part.length);
      System.arraycopy(part, 0, all, end, part.length);
    }
    return all;
  }
}
