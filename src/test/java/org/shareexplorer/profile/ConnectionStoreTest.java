package org.shareexplorer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.keychain.Protection;
import org.shareexplorer.profile.keychain.TestVault;

class ConnectionStoreTest {

  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path config;
  private Instant now = START;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private ConnectionStore store() {
    return new ConnectionStore(config, TestVault.in(config), clock);
  }

  private static String profile(String host, String token) {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://%s/api\",\"bearerToken\":\"%s\","
            .formatted(host, token)
        + "\"expirationTime\":\"2027-01-01T00:00:00Z\"}";
  }

  private static final Job JOB = Job.unattended();

  private static ProfileDraft draft(String text, String source) {
    return ProfileDraft.of(text, source);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void connectionsOutliveTheProgramInTheOrderTheyWereAdded() {
    assertThat(store().list()).isEmpty();
    Connection first = store().add(draft(profile("z.example", "t1"), "Acme sales.share"), JOB);
    pass(Duration.ofDays(1));
    Connection second = store().add(draft(profile("a.example", "t2"), "config.share"), JOB);
    assertThat(store().list()).containsExactly(first, second);
    assertThat(first.name()).isEqualTo("Acme sales");
    assertThat(second.name()).isEqualTo("a.example");
    assertThat(first.expiration()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(store().profile(first.id(), JOB).credential())
        .isEqualTo(new Credential.BearerToken(new Secret("t1")));
    assertThat(store().find(new ConnectionId("none"))).isEmpty();
  }

  @Test
  void theSameCredentialIsOneConnection() {
    Connection first = store().add(draft(profile("a.example", "t"), "one.share"), JOB);
    assertThat(store().add(draft(profile("a.example", "t") + " ", "two.share"), JOB))
        .isEqualTo(first);
    assertThat(store().add(draft(profile("a.example", "u"), "three.share"), JOB).id())
        .isNotEqualTo(first.id());
    assertThat(store().list()).hasSize(2);
  }

  @Test
  void connectionsAreRenamedReplacedUsedAndRemoved() {
    ConnectionStore store = store();
    Connection first = store.add(draft(profile("a.example", "t"), "one.share"), JOB);
    Connection other = store.add(draft(profile("b.example", "t"), "other.share"), JOB);
    assertThat(store.rename(first.id(), " Sales ").name()).isEqualTo("Sales");
    assertThatThrownBy(() -> store.rename(first.id(), " ")).isInstanceOf(ProblemException.class);
    pass(Duration.ofHours(1));
    store.touch(first.id());
    pass(Duration.ofHours(1));
    Connection replaced =
        store.replace(first.id(), draft(profile("c.example", "n"), "new.share"), JOB);
    assertThat(replaced)
        .isEqualTo(
            new Connection(
                first.id(),
                "Sales",
                URI.create("https://c.example/api"),
                CredentialKind.BEARER_TOKEN,
                Protection.PRIVATE_FILE,
                first.expiration(),
                START.plus(Duration.ofHours(2)),
                Optional.of(START.plus(Duration.ofHours(1)))));
    assertThat(store.list()).containsExactlyInAnyOrder(replaced, other);
    store.remove(first.id());
    store.remove(first.id());
    assertThat(store.list()).containsExactly(other);
    assertThatThrownBy(() -> store.profile(first.id(), JOB)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aWrongReplacementLeavesTheOldOne() {
    Connection connection = store().add(draft(profile("a.example", "t"), "one.share"), JOB);
    assertThatThrownBy(() -> store().replace(connection.id(), draft("{}", "bad.share"), JOB))
        .isInstanceOf(ProblemException.class);
    assertThat(store().list()).containsExactly(connection);
    assertThat(store().profile(connection.id(), JOB).endpoint()).hasHost("a.example");
  }

  @Test
  void theDemoSharesTokenIsNotWrittenDown() throws IOException {
    ConnectionStore store = store();
    Files.createDirectories(config.resolve("connections"));
    Files.writeString(config.resolve("connections/demo.share"), profile("localhost", "canary"));
    Connection demo = store.addDemo("Demo share", URI.create("http://localhost:1/x"));
    Connection again = store.addDemo("My demo", URI.create("http://localhost:2/x"));
    assertThat(again.id()).isEqualTo(demo.id()).isEqualTo(ConnectionId.DEMO);
    assertThat(store().list()).containsExactly(again);
    assertThat(files()).hasSize(1);
    assertThat(Files.readString(files().getFirst())).doesNotContain("canary");
  }

  @Test
  void damagedFilesArePassedOverAndLeftAlone() throws IOException {
    Connection good = store().add(draft(profile("a.example", "t"), "one.share"), JOB);
    pass(Duration.ofDays(1));
    Connection lost = store().add(draft(profile("b.example", "t"), "two.share"), JOB);
    Path folder = config.resolve("connections");
    Files.writeString(folder.resolve("broken.json"), "{\"name\":");
    Files.writeString(folder.resolve("empty.json"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve(lost.id().text() + ".sealed"), "{");
    List<Path> before = files();
    assertThat(store().list()).containsExactly(good, lost);
    assertThat(store().add(draft(profile("a.example", "t"), "one.share"), JOB)).isEqualTo(good);
    assertThat(files()).isEqualTo(before);
    assertThatThrownBy(() -> store().profile(lost.id(), JOB))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PROFILE_UNREADABLE));
  }

  @Test
  void noFileHoldsTheTokenAndOnlyTheirOwnerCanReadThem() throws IOException {
    Connection connection = store().add(draft(profile("a.example", "canary"), "one.share"), JOB);
    store().rename(connection.id(), "New name");
    List<Path> all = new ArrayList<>(files());
    all.add(config.resolve("key"));
    for (Path file : all) {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
      assertThat(Files.readString(file)).doesNotContain("canary");
      assertThat(file.toString()).doesNotContain("canary");
    }
    assertThat(files()).hasSize(2);
    assertThat(connection.toString()).doesNotContain("canary");
  }

  @Test
  void whatAnEarlierVersionLeftOpenIsReadAndThenSealed() throws IOException {
    Path folder = Files.createDirectories(config.resolve("connections"));
    Files.writeString(folder.resolve("old.share"), profile("a.example", "canary"));
    Files.writeString(
        folder.resolve("old.json"),
        "{\"name\":\"Old\",\"endpoint\":\"https://a.example/api\",\"added\":\"2026-01-01T00:00:00Z\"}");
    Files.writeString(folder.resolve("odd.share"), "{");
    Files.writeString(
        folder.resolve("odd.json"),
        "{\"name\":\"Odd\",\"endpoint\":\"https://a.example/api\",\"added\":\"2026-01-01T00:00:00Z\"}");
    ConnectionId id = new ConnectionId("old");
    Profile before = store().profile(id, JOB);
    assertThat(store().improve(JOB)).isTrue();
    assertThat(store().improve(JOB)).isFalse();
    assertThat(store().profile(id, JOB)).isEqualTo(before);
    assertThat(store().find(id).orElseThrow().name()).isEqualTo("Old");
    assertThat(folder.resolve("old.share")).doesNotExist();
    assertThat(Files.readString(folder.resolve("old.sealed"))).doesNotContain("canary");
    // What cannot be read is left for a person to look at.
    assertThat(folder.resolve("odd.share")).exists();
  }

  @Test
  void aCredentialWhoseKeyIsAwayIsSaidToBeLocked() throws IOException {
    Connection connection = store().add(draft(profile("a.example", "canary"), "one.share"), JOB);
    Files.delete(config.resolve("key"));
    assertThat(store().list()).containsExactly(connection);
    assertThatThrownBy(() -> store().profile(connection.id(), JOB))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CREDENTIAL_LOCKED));
    Connection again =
        store().replace(connection.id(), draft(profile("a.example", "new"), "n.share"), JOB);
    assertThat(store().profile(again.id(), JOB).credential())
        .isEqualTo(new Credential.BearerToken(new Secret("new")));
  }

  @Test
  void anExportHoldsEveryFieldAndTheSecretOnlyIfItIsWanted() throws IOException {
    String text =
        profile("a.example", "canary")
            .replace("}", ",\"icebergEndpoint\":\"https://a/iceberg\",\"own\":{\"x\":[1]}}");
    Connection connection = store().add(draft(text, "one.share"), JOB);
    Path with = config.resolve("with.share");
    Path without = config.resolve("without.share");
    store().export(connection.id(), with, true, JOB);
    store().export(connection.id(), without, false, JOB);
    assertThat(Files.readString(with)).isEqualTo(text);
    assertThat(Files.readString(without))
        .doesNotContain("canary")
        .contains("icebergEndpoint", "\"own\"", "<token>");
    assertThat(ProfileDraft.read(without).gaps()).containsExactly(ProfileGap.BEARER_TOKEN);
    assertThat(ProfileDraft.read(without).with(Map.of(ProfileGap.BEARER_TOKEN, "canary")).profile())
        .isEqualTo(store().profile(connection.id(), JOB));
  }

  @Test
  void aPrivateKeyIsKeptWithItsConnectionAndGoesBackIntoAFile() throws IOException {
    String pem = Files.readString(Path.of("src/test/resources/keys/ec256-pkcs8.pem"));
    Files.writeString(config.resolve("key.pem"), pem);
    Path file =
        Files.writeString(
            config.resolve("config.share"),
            """
            {"shareCredentialsVersion":2,"type":"oauth_jwt_bearer_private_key_jwt","endpoint":"https://h",
             "auth":{"tokenEndpoint":"https://i/t","issuer":"i","clientId":"c","audience":"a","more":1,
                     "privateKey":{"privateKeyFile":"key.pem","keyId":"k","algorithm":"ES256"}}}
            """);
    Connection connection = store().add(ProfileDraft.read(file), JOB);
    Files.delete(config.resolve("key.pem"));
    Profile kept = store().profile(connection.id(), JOB);
    assertThat(connection.kind()).isEqualTo(CredentialKind.OAUTH_PRIVATE_KEY);
    Path without = config.resolve("a.share");
    store().export(connection.id(), without, false, JOB);
    assertThat(Files.readString(without)).doesNotContain("BEGIN").contains("\"more\"");
    Path with = config.resolve("b.share");
    store().export(connection.id(), with, true, JOB);
    assertThat(Files.readString(with)).doesNotContain("BEGIN");
    assertThat(Files.readString(config.resolve("b.pem")).strip()).isEqualTo(pem.strip());
    assertThat(ProfileReader.read(with)).isEqualTo(kept);
  }

  @Test
  void gapsAreFoundAndFilled() {
    ProfileDraft draft =
        draft(
            """
            {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"https://h",
             "tokenEndpoint":"https://login.example/<tenant>/token","clientId":"<client-id>","clientSecret":"","scope":"s"}
            """,
            "oauth.share");
    assertThat(draft.gaps())
        .containsExactly(ProfileGap.TOKEN_ENDPOINT, ProfileGap.CLIENT_ID, ProfileGap.CLIENT_SECRET);
    ProfileDraft filled =
        draft.with(
            Map.of(
                ProfileGap.TOKEN_ENDPOINT, "https://login.example/t/token",
                ProfileGap.CLIENT_ID, " c ",
                ProfileGap.CLIENT_SECRET, "canary"));
    assertThat(filled.gaps()).isEmpty();
    assertThat(filled.profile().credential())
        .isEqualTo(
            new Credential.ClientCredentials(
                URI.create("https://login.example/t/token"),
                "c",
                new Secret("canary"),
                Optional.of("s")));
    assertThat(filled.toString()).doesNotContain("canary");
    assertThat(draft(profile("a.example", "t"), "x").gaps()).isEmpty();
    assertThat(draft("{}", "x").gaps()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblemOfTheDisk() throws IOException {
    Files.writeString(config.resolve("connections"), "a file in the way");
    assertThat(store().list()).isEmpty();
    assertThatThrownBy(() -> store().add(draft(profile("a.example", "t"), "one.share"), JOB))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.DISK));
  }

  @ParameterizedTest
  @CsvSource({
    "config.share,h.example",
    "config (1).share,h.example",
    "Config-2.share,h.example",
    "credentials.json,h.example",
    "DELTA_SHARING_CONFIG,h.example",
    ".share,h.example",
    "acme_sales.share,acme_sales",
    "Q3 2026.share,Q3 2026"
  })
  void theFirstNameSaysSomething(String source, String name) {
    assertThat(ConnectionNames.first(source, URI.create("https://h.example/x"))).isEqualTo(name);
  }

  @Test
  void theEndIsToldInDays() {
    assertThat(Expiry.of(Optional.empty(), clock)).isEqualTo(new Expiry.Unknown());
    assertThat(expiry(Duration.ZERO)).isInstanceOf(Expiry.Past.class);
    assertThat(expiry(Duration.ofHours(-1))).isInstanceOf(Expiry.Past.class);
    assertThat(expiry(Duration.ofHours(5))).isEqualTo(new Expiry.Soon(in(5), 0));
    assertThat(expiry(Duration.ofHours(14 * 24 - 1)))
        .isEqualTo(new Expiry.Soon(in(14 * 24 - 1), 13));
    assertThat(expiry(Duration.ofDays(14))).isEqualTo(new Expiry.Later(in(14 * 24), 14));
  }

  private Expiry expiry(Duration left) {
    return Expiry.of(Optional.of(START.plus(left)), clock);
  }

  private static Instant in(long hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(config.resolve("connections"))) {
      return files.sorted().toList();
    }
  }
}
