package org.shareexplorer.protocol.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.ProfileReader;

/** Keys made by OpenSSL; signatures read by Nimbus, and by the JDK where that lacks a part. */
class AssertionTest {

  private static final Path KEYS = Path.of("src/test/resources/keys").toAbsolutePath();
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final TokenServer server = new TokenServer();

  @AfterEach
  void close() {
    server.close();
  }

  private Profile profile(String key, String algorithm) {
    return ProfileReader.parse(
        server.keyProfile(KEYS.resolve(key + ".pem").toString(), algorithm), "config.share");
  }

  private Map<String, String> sent(String key, String algorithm) {
    server.token("t1", 60);
    Authorization authorization =
        Authorization.of(profile(key, algorithm).credential(), server.http, () -> NOW);
    assertThat(authorization.header(Job.unattended())).isEqualTo("Bearer t1");
    var request = server.request();
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    return TokenServer.form(request);
  }

  private static PublicKey publicKey(String name, String algorithm) throws Exception {
    String pem = Files.readString(KEYS.resolve(name + ".pub"));
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-pkcs8,,rsa",
    "rsa-pkcs1,RS256,rsa",
    "rsa-pkcs1,RS384,rsa",
    "rsa-pkcs8,RS512,rsa",
    "rsa-pkcs8,PS256,rsa",
    "rsa-pkcs8,PS384,rsa",
    "rsa-pkcs8,PS512,rsa",
    "ec256-sec1,ES256,ec256",
    "ec256-pkcs8,ES256,ec256",
    "ec384-sec1,ES384,ec384",
    "ec521-sec1,ES512,ec521",
    "ec521-pkcs8,ES512,ec521"
  })
  void theClaimsAreThoseOfTheOfficialClientAndTheSignatureHolds(
      String key, String algorithm, String publicKey) throws Exception {
    Map<String, String> form = sent(key, algorithm == null ? "" : algorithm);
    assertThat(form.keySet()).containsExactly("grant_type", "assertion");
    assertThat(form).containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    SignedJWT jwt = SignedJWT.parse(form.get("assertion"));
    JWSVerifier verifier =
        publicKey.equals("rsa")
            ? new RSASSAVerifier((RSAPublicKey) publicKey("rsa", "RSA"))
            : new ECDSAVerifier((ECPublicKey) publicKey(publicKey, "EC"));
    assertThat(jwt.verify(verifier)).isTrue();
    assertThat(jwt.getHeader().toJSONObject())
        .isEqualTo(Map.of("alg", algorithm == null ? "RS256" : algorithm, "kid", "k1"));
    Map<String, Object> claims = jwt.getJWTClaimsSet().toJSONObject();
    assertThat(claims.keySet())
        .containsExactlyInAnyOrder("aud", "iss", "iat", "exp", "jti", "scope", "resource");
    assertThat(claims)
        .containsEntry("aud", "https://idp.example/")
        .containsEntry("iss", "me")
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 120)
        .containsEntry("scope", "a b")
        .containsEntry("resource", "https://data.example");
    assertThat(String.valueOf(claims.get("jti"))).hasSizeGreaterThan(20);
  }

  @Test
  void aKeyOfEd25519SignsToo() throws Exception {
    String jwt = String.valueOf(sent("ed25519-pkcs8", "EdDSA").get("assertion"));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(publicKey("ed25519", "Ed25519"));
    int dot = jwt.lastIndexOf('.');
    signature.update(jwt.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)))).isTrue();
  }

  @Test
  void eachClaimIsMadeOnce() throws Exception {
    String first = sent("ec256-sec1", "ES256").get("assertion");
    String second = sent("ec256-sec1", "ES256").get("assertion");
    assertThat(SignedJWT.parse(first).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(SignedJWT.parse(second).getJWTClaimsSet().getJWTID());
  }

  @ParameterizedTest
  @CsvSource({
    "encrypted,ES256,protected by a password",
    "encrypted-pkcs1,RS256,protected by a password",
    "rsa-pkcs8,ES256,a key for RSA",
    "ec256-pkcs8,RS256,a key for EC",
    "ec256-pkcs8,ES384,curve",
    "rsa-pkcs8,HS256,HS256 is not one of",
    "rsa-pkcs8,none,none is not one of"
  })
  void aKeyThatCannotSignIsSaidToBeSo(String key, String algorithm, String words) {
    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () ->
                    Authorization.of(profile(key, algorithm).credential(), server.http, () -> NOW)
                        .header(Job.unattended()))
            .problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_FIELD);
    assertThat(problem.why()).contains(words);
    assertThat(server.server.getRequestCount()).isZero();
  }

  @Test
  void damagedKeysAreProblemsAndNothingElse() throws Exception {
    java.util.Random random = new java.util.Random(20261121);
    int tried = 0;
    for (String file : List.of("rsa-pkcs1", "ec256-sec1", "ec256-pkcs8")) {
      String pem = Files.readString(KEYS.resolve(file + ".pem"));
      for (int i = 0; i < 1_000; i++) {
        StringBuilder text = new StringBuilder(pem);
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
          text.setCharAt(30 + random.nextInt(80), (char) (32 + random.nextInt(90)));
        }
        tried++;
        try {
          PemKey.read(
              new org.shareexplorer.profile.Secret(text.toString()),
              new TokenProblems(
                  (org.shareexplorer.profile.Credential.OAuth)
                      profile("ec256-sec1", "ES256").credential()));
        } catch (ProblemException e) {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.PROFILE_FIELD);
        }
      }
    }
    System.out.println("damaged keys tried: " + tried);
  }
}
