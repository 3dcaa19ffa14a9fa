package org.shareexplorer.protocol.auth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.shareexplorer.profile.Credential;

/**
 * What a client claims to a token endpoint, signed with its key: a JWT (RFC 7519; RFC 7523, section
 * 3) with the claims that the official Python client makes.
 */
record Assertion(Credential.PrivateKeyJwt credential, TokenProblems problems) {

  private static final Duration LIFE = Duration.ofMinutes(2);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** {@return the claims of this moment, a secret as long as they hold} */
  String signed(Instant now) {
    ObjectNode header = new JsonMapper().createObjectNode();
    header.put("alg", credential.key().algorithm()).put("kid", credential.key().keyId());
    ObjectNode claims = new JsonMapper().createObjectNode();
    claims
        .put("aud", credential.issuer())
        .put("iss", credential.clientId())
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(LIFE).getEpochSecond())
        .put("jti", UUID.randomUUID().toString());
    credential.scope().ifPresent(scope -> claims.put("scope", scope));
    claims.put("resource", credential.audience());
    String content = encoded(header.toString()) + "." + encoded(claims.toString());
    byte[] signature =
        Signing.of(credential.key(), problems)
            .sign(content.getBytes(StandardCharsets.US_ASCII), problems);
    return content + "." + BASE64.encodeToString(signature);
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
