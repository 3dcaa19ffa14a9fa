package org.shareexplorer.protocol.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.SigningKey;

/**
 * A private key and the way that it signs (RFC 7518, section 3; RFC 8037 for EdDSA).
 *
 * @param key the key
 * @param algorithm the JDK's name of the algorithm
 * @param parameters what else the algorithm needs
 */
record Signing(PrivateKey key, String algorithm, @Nullable AlgorithmParameterSpec parameters) {

  /** The algorithm by its name in a profile, with a key that fits it. */
  static Signing of(SigningKey signing, TokenProblems problems) {
    PrivateKey key = PemKey.read(signing.pem(), problems);
    String name = signing.algorithm();
    Signing found =
        switch (name) {
          case "RS256", "RS384", "RS512" ->
              new Signing(key, "SHA" + name.substring(2) + "withRSA", null);
          case "PS256" -> pss(key, "SHA-256", MGF1ParameterSpec.SHA256, 32);
          case "PS384" -> pss(key, "SHA-384", MGF1ParameterSpec.SHA384, 48);
          case "PS512" -> pss(key, "SHA-512", MGF1ParameterSpec.SHA512, 64);
          case "ES256", "ES384", "ES512" ->
              new Signing(key, "SHA" + name.substring(2) + "withECDSAinP1363Format", null);
          case "EdDSA" -> new Signing(key, "EdDSA", null);
          default ->
              throw problems.key(
                  "The algorithm "
                      + (name.matches("[A-Za-z0-9-]{1,20}") ? name : "(unknown)")
                      + " is not one of RS256, PS256, ES256, their longer forms, and EdDSA.");
        };
    String kind = name.startsWith("E") ? name.startsWith("Ed") ? "EdDSA" : "EC" : "RSA";
    if (!key.getAlgorithm().equals(kind)) {
      throw problems.key(
          "It is a key for "
              + key.getAlgorithm()
              + ", and the algorithm "
              + name
              + " needs another.");
    }
    if (key instanceof ECPrivateKey curve && bits(curve) != curveBits(name)) {
      throw problems.key("Its curve is not the one that the algorithm " + name + " needs.");
    }
    return found;
  }

  private static Signing pss(PrivateKey key, String hash, MGF1ParameterSpec mask, int salt) {
    return new Signing(
        key,
        "RSASSA-PSS",
        new PSSParameterSpec(hash, "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC));
  }

  private static int bits(ECPrivateKey key) {
    return key.getParams().getCurve().getField().getFieldSize();
  }

  private static int curveBits(String name) {
    return name.equals("ES512") ? 521 : Integer.parseInt(name.substring(2));
  }

  /** {@return the signature of a content, as JWTs have it} */
  byte[] sign(byte[] content, TokenProblems problems) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw problems.key("It cannot sign: it may be too short for its algorithm.");
    }
  }

  @Override
  public String toString() {
    return algorithm;
  }
}
