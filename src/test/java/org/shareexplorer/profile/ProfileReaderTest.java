package org.shareexplorer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class ProfileReaderTest {

  private static final String CANARY = "canary-3f9a-token";
  private static final String GOOD =
      """
      {"shareCredentialsVersion":1,"endpoint":"https://h.example/delta-sharing/",
       "bearerToken":"canary-3f9a-token","expirationTime":"2021-11-12T00:12:29.0Z","more":[1]}
      """;

  @TempDir private Path folder;

  private static Problem problem(String json) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> ProfileReader.parse(json, "config.share"));
    assertThat(thrown).as(json).isNotNull();
    assertThat(thrown.problem() + " " + thrown).doesNotContain(CANARY);
    assertThat(thrown.getCause()).isNull();
    assertThat(thrown.problem().what()).contains("config.share");
    assertThat(thrown.problem().why()).isNotEmpty();
    assertThat(thrown.problem().remedy()).isNotEmpty();
    return thrown.problem();
  }

  private static Problem problem(Path file) {
    return catchThrowableOfType(ProblemException.class, () -> ProfileReader.read(file)).problem();
  }

  @Test
  void theFirstVersionIsRead() {
    Profile profile = ProfileReader.parse(GOOD, "config.share");
    assertThat(profile.version()).isEqualTo(1);
    assertThat(profile.endpoint()).hasToString("https://h.example/delta-sharing");
    assertThat(profile.credential()).isEqualTo(new Credential.BearerToken(new Secret(CANARY)));
    assertThat(profile.expiration()).contains(Instant.parse("2021-11-12T00:12:29Z"));
    assertThat(profile.toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shareCredentialsVersion\":2,\"type\":\"Bearer_Token\",\"endpoint\":\"http://h:8080//\",\"bearerToken\":\" t \"}",
        "{\"shareCredentialsVersion\":\"2\",\"endpoint\":\"http://h:8080\",\"bearerToken\":\"t\",\"expirationTime\":null}",
        "\uFEFF{\"shareCredentialsVersion\":1,\"type\":null,\"endpoint\":\" http://h:8080 \",\"bearerToken\":\"t\",\"expirationTime\":\"soon\"}"
      })
  void variationsSeenInTheWildAreRead(String json) {
    Profile profile = ProfileReader.parse(json, "x");
    assertThat(profile.endpoint()).hasToString("http://h:8080");
    assertThat(profile.credential()).isEqualTo(new Credential.BearerToken(new Secret("t")));
    assertThat(profile.expiration()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-02T03:04:05Z,2030-01-02T03:04:05Z",
    "2030-01-02T03:04:05.123456789Z,2030-01-02T03:04:05.123456789Z",
    "2030-01-02T03:04:05.5+02:00,2030-01-02T01:04:05.500Z",
    "2030-01-02T03:04:05+0200,2030-01-02T01:04:05Z",
    "2030-01-02T03:04:05,2030-01-02T03:04:05Z",
    "2030-01-02 03:04,2030-01-02T03:04:00Z",
    "2030-01-02,2030-01-02T00:00:00Z",
    "1893553445000,2030-01-02T03:04:05Z",
    "1893553445,2030-01-02T03:04:05Z"
  })
  void theEndIsReadInTheUsualForms(String text, Instant expected) {
    assertThat(ExpirationTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'bearerToken':'canary-3f9a-token','endpoint':'https://h'}|shareCredentialsVersion is missing",
        "{'shareCredentialsVersion':null}|shareCredentialsVersion is missing",
        "{'shareCredentialsVersion':'one'}|shareCredentialsVersion is not a version number",
        "{'shareCredentialsVersion':0}|shareCredentialsVersion is not a version number",
        "{'shareCredentialsVersion':1.5}|shareCredentialsVersion is not a version number",
        "{'shareCredentialsVersion':1,'bearerToken':'canary-3f9a-token'}|endpoint is missing",
        "{'shareCredentialsVersion':1,'endpoint':null}|endpoint is null",
        "{'shareCredentialsVersion':1,'endpoint':7}|endpoint is not a text",
        "{'shareCredentialsVersion':1,'endpoint':' '}|endpoint is empty",
        "{'shareCredentialsVersion':1,'endpoint':'h.example/x'}|does not begin with https",
        "{'shareCredentialsVersion':1,'endpoint':'ftp://h.example/x'}|does not begin with https",
        "{'shareCredentialsVersion':1,'endpoint':'https:///x'}|names no host",
        "{'shareCredentialsVersion':1,'endpoint':'https://'}|is not an address",
        "{'shareCredentialsVersion':1,'endpoint':'https://a b'}|is not an address",
        "{'shareCredentialsVersion':1,'endpoint':'https://u:canary-3f9a-token@h'}|more than an address",
        "{'shareCredentialsVersion':1,'endpoint':'https://h?canary-3f9a-token'}|more than an address",
        "{'shareCredentialsVersion':1,'endpoint':'https://h:99999'}|port",
        "{'shareCredentialsVersion':1,'endpoint':'https://h'}|bearerToken is missing",
        "{'shareCredentialsVersion':1,'endpoint':'https://h','bearerToken':''}|bearerToken is empty",
        "{'shareCredentialsVersion':1,'endpoint':'https://h','bearerToken':null}|bearerToken is null",
        "{'shareCredentialsVersion':1,'endpoint':'https://h','bearerToken':'canary-3f9a-token x'}|bearerToken holds characters",
        "{'shareCredentialsVersion':2,'type':5}|type is not a text"
      })
  void theFieldAtFaultIsNamed(String json, String words) {
    Problem problem = problem(json.replace('\'', '"'));
    assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_FIELD);
    assertThat(problem.why()).contains(words);
  }

  @Test
  void theEndMayBeANumberOfMilliseconds() {
    for (String end : new String[] {"1893553445000", "\"1893553445000\""}) {
      assertThat(
              ProfileReader.parse(GOOD.replace("\"2021-11-12T00:12:29.0Z\"", end), "x")
                  .expiration())
          .contains(Instant.parse("2030-01-02T03:04:05Z"));
    }
  }

  @Test
  void theKindsOfTheSecondVersionAreRead() throws IOException {
    assertThat(
            ProfileReader.parse(
                    """
                    {"shareCredentialsVersion":2,"type":"Basic","endpoint":"https://h","username":"ann","password":"canary-3f9a-token"}
                    """,
                    "x")
                .credential())
        .isEqualTo(new Credential.Basic("ann", new Secret(CANARY)));
    assertThat(
            ProfileReader.parse(
                    """
                    {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"https://h",
                     "tokenEndpoint":"https://i/t?p=x","clientId":"c","clientSecret":"canary-3f9a-token","scope":""}
                    """,
                    "x")
                .credential())
        .isEqualTo(
            new Credential.ClientCredentials(
                URI.create("https://i/t?p=x"), "c", new Secret(CANARY), Optional.empty()));
    Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----" + CANARY);
    Path file =
        Files.writeString(
            folder.resolve("config.share"),
            """
            {"shareCredentialsVersion":2,"type":"oauth_jwt_bearer_private_key_jwt","endpoint":"https://h",
             "auth":{"tokenEndpoint":"https://i/t/","issuer":"i","clientId":"c","audience":"a",
                     "privateKey":{"privateKeyFile":"key.pem","keyId":"k"}}}
            """);
    Profile profile = ProfileReader.read(file);
    assertThat(profile.credential())
        .isEqualTo(
            new Credential.PrivateKeyJwt(
                URI.create("https://i/t"),
                "i",
                "c",
                "a",
                new SigningKey(new Secret("-----BEGIN PRIVATE KEY-----" + CANARY), "k", "RS256"),
                Optional.empty()));
    assertThat(profile.toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basic','username':'a:b|username holds a colon",
        "basic','username':'a|password is missing",
        "oauth_client_credentials|tokenEndpoint is missing",
        "oauth_client_credentials','tokenEndpoint':'x|tokenEndpoint does not begin",
        "oauth_client_credentials','tokenEndpoint':'https://i','clientId':'|clientId is empty",
        "oauth_jwt_bearer_private_key_jwt|auth is missing",
        "oauth_jwt_bearer_private_key_jwt','auth':'x|auth is not an object",
        "oauth_jwt_bearer_private_key_jwt','auth':{},'x':'|auth.tokenEndpoint is missing",
        "oauth_jwt_bearer_private_key_jwt','auth':{'tokenEndpoint':'https://i','issuer':'i','clientId':'c','audience':'a','privateKey':{}},'x':'|auth.privateKey.privateKeyFile is missing"
      })
  void theFieldAtFaultOfTheOtherKindsIsNamed(String rest, String words) {
    Problem problem =
        problem(
            "{'shareCredentialsVersion':2,'endpoint':'https://h','type':'%s'}"
                .formatted(rest)
                .replace('\'', '"'));
    assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_FIELD);
    assertThat(problem.why()).contains(words);
  }

  @Test
  void whatIsNewerOrOfAnotherKindIsSaidToBeSo() {
    Problem newer = problem("{\"shareCredentialsVersion\":3}");
    assertThat(newer.code()).isEqualTo(ProblemCode.PROFILE_UNSUPPORTED);
    assertThat(newer.remedy()).contains("Update");
    Problem other =
        problem(
            "{\"shareCredentialsVersion\":2,\"type\":\"saml\",\"endpoint\":\"https://h.example\"}");
    assertThat(other.code()).isEqualTo(ProblemCode.PROFILE_UNSUPPORTED);
    assertThat(other.why()).contains("saml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "canary-3f9a-token",
        "[]",
        "\"x\"",
        "null",
        "{",
        "{\"bearerToken\":\"canary-3f9a-token",
        "{\"a\":canary-3f9a-token}",
        "{} {}",
        "<html>canary-3f9a-token</html>"
      })
  void whatIsNoProfileIsSaidToBeNone(String text) {
    assertThat(problem(text).code()).isEqualTo(ProblemCode.PROFILE_MALFORMED);
  }

  @Test
  void filesThatCannotBeReadAreSaidToBeSo() throws IOException {
    assertThat(problem(folder.resolve("none.share")).why()).contains("no such file");
    assertThat(problem(folder).why()).contains("folder");
    assertThat(problem(folder.resolve("none.share")).code())
        .isEqualTo(ProblemCode.PROFILE_UNREADABLE);
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'{', (byte) 0xC3, 0x28, 0});
    assertThat(problem(binary).code()).isEqualTo(ProblemCode.PROFILE_MALFORMED);
  }

  @Test
  void aFileWithoutPermissionIsSaidToBeSo() throws IOException {
    Path file = Files.writeString(folder.resolve("closed.share"), GOOD);
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "the superuser may read everything");
    assertThat(problem(file).why()).contains("not allowed");
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    Path file = folder.resolve("huge.share");
    try (var out =
        Files.newByteChannel(
            file,
            java.util.Set.of(
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE))) {
      out.position(50L << 20);
      out.write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    Problem problem = problem(file);
    assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_UNREADABLE);
    assertThat(problem.why()).contains("larger than 1 MB");
  }

  @Test
  void aFileInUtf16WithAByteOrderMarkIsRead() throws IOException {
    Path file =
        Files.write(
            folder.resolve("w.share"), ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE));
    assertThat(ProfileReader.read(file)).isEqualTo(ProfileReader.parse(GOOD, "x"));
  }

  @Test
  void damagedProfilesAreProblemsAndNothingElse() {
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(256));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
          default -> text.insert(at, "{}[]\":,\\\u0000".charAt(random.nextInt(9)));
        }
      }
      try {
        assertThat(ProfileReader.parse(text.toString(), "x").endpoint().getRawAuthority())
            .isNotEmpty();
      } catch (ProblemException e) {
        assertThat(e.problem().why()).isNotEmpty();
      }
    }
  }
}
