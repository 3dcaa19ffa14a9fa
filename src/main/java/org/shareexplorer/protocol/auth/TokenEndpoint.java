package org.shareexplorer.protocol.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.net.HttpContent;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.profile.Credential;
import org.shareexplorer.profile.Secret;

/**
 * Asks a token endpoint for tokens (RFC 6749, sections 4.4 and 5; RFC 7523, section 2.1), in just
 * the form that the official clients use, as providers have tried those.
 */
final class TokenEndpoint {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 256 << 10;

  /** For endpoints that leave out how long a token lives. */
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private static final long LONGEST_LIFE_SECONDS = Duration.ofDays(3650).toSeconds();

  private final Credential.OAuth credential;
  private final Http http;
  private final InstantSource clock;
  private final TokenProblems problems;

  TokenEndpoint(Credential.OAuth credential, Http http, InstantSource clock) {
    this.credential = credential;
    this.http = http;
    this.clock = clock;
    this.problems = new TokenProblems(credential);
  }

  /** Fetches a token; blocks, repeats what fails in passing. */
  AccessToken fetch(Job job) {
    return http.exchange(request(), job, this::token);
  }

  private HttpRequest request() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    Map<String, String> form = new LinkedHashMap<>();
    switch (credential) {
      case Credential.ClientCredentials client -> {
        headers.put(
            "Authorization",
            Authorization.basic(client.clientId(), client.clientSecret().reveal()));
        form.put("grant_type", "client_credentials");
        client.scope().ifPresent(scope -> form.put("scope", scope));
      }
      case Credential.PrivateKeyJwt signed -> {
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        form.put("assertion", new Assertion(signed, problems).signed(clock.instant()));
      }
    }
    return new HttpRequest(
        "POST",
        credential.tokenEndpoint().toString(),
        headers,
        HttpContent.form(form),
        problems.failure(),
        HttpRequest.Care.SAME_PLACE);
  }

  private AccessToken token(HttpAnswer answer) throws IOException {
    byte[] body = answer.bytes(LONGEST);
    JsonNode fields = object(body);
    if (!answer.successful()) {
      throw problems.refused(answer.status(), fields, body);
    }
    if (answer.isWebPage() || !fields.isObject()) {
      throw problems.noJson(answer.status(), body);
    }
    String token = fields.path("access_token").asText("");
    if (!fields.path("access_token").isTextual()
        || token.isEmpty()
        || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw problems.noToken();
    }
    return AccessToken.living(new Secret(token), life(fields), clock.instant());
  }

  /** Some endpoints write the number as a text. */
  private static Duration life(JsonNode fields) {
    String seconds = fields.path("expires_in").asText("");
    if (!seconds.matches("\\d{1,18}(\\.\\d{1,9})?")) {
      return USUAL_LIFE;
    }
    long whole = Long.parseLong(seconds.replaceFirst("\\..*", ""));
    return Duration.ofSeconds(Math.clamp(whole, 1, LONGEST_LIFE_SECONDS));
  }

  private static JsonNode object(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // Its message quotes the body, and a token with it.
      return JSON.missingNode();
    }
  }
}
