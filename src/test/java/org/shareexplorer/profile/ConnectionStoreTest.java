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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

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
    return new ConnectionStore(config, clock);
  }

  private static String profile(String host, String token) {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://%s/api\",\"bearerToken\":\"%s\","
            .formatted(host, token)
        + "\"expirationTime\":\"2027-01-01T00:00:00Z\"}";
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void connectionsOutliveTheProgramInTheOrderTheyWereAdded() {
    assertThat(store().list()).isEmpty();
    Connection first = store().add(profile("z.example", "t1"), "Acme sales.share");
    pass(Duration.ofDays(1));
    Connection second = store().add(profile("a.example", "t2"), "config.share");
    assertThat(store().list()).containsExactly(first, second);
    assertThat(first.name()).isEqualTo("Acme sales");
    assertThat(second.name()).isEqualTo("a.example");
    assertThat(first.expiration()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(store().profile(first.id()).credential())
        .isEqualTo(new Credential.BearerToken(new Secret("t1")));
    assertThat(store().find(new ConnectionId("none"))).isEmpty();
  }

  @Test
  void theSameCredentialIsOneConnection() {
    Connection first = store().add(profile("a.example", "t"), "one.share");
    assertThat(store().add(profile("a.example", "t") + " ", "two.share")).isEqualTo(first);
    assertThat(store().add(profile("a.example", "u"), "three.share").id()).isNotEqualTo(first.id());
    assertThat(store().list()).hasSize(2);
  }

  @Test
  void connectionsAreRenamedReplacedUsedAndRemoved() {
    ConnectionStore store = store();
    Connection first = store.add(profile("a.example", "t"), "one.share");
    Connection other = store.add(profile("b.example", "t"), "other.share");
    assertThat(store.rename(first.id(), " Sales ").name()).isEqualTo("Sales");
    assertThatThrownBy(() -> store.rename(first.id(), " ")).isInstanceOf(ProblemException.class);
    pass(Duration.ofHours(1));
    store.touch(first.id());
    pass(Duration.ofHours(1));
    Connection replaced = store.replace(first.id(), profile("c.example", "n"), "new.share");
    assertThat(replaced)
        .isEqualTo(
            new Connection(
                first.id(),
                "Sales",
                URI.create("https://c.example/api"),
                first.expiration(),
                START.plus(Duration.ofHours(2)),
                Optional.of(START.plus(Duration.ofHours(1)))));
    assertThat(store.list()).containsExactlyInAnyOrder(replaced, other);
    store.remove(first.id());
    store.remove(first.id());
    assertThat(store.list()).containsExactly(other);
    assertThatThrownBy(() -> store.profile(first.id())).isInstanceOf(ProblemException.class);
  }

  @Test
  void aWrongReplacementLeavesTheOldOne() {
    Connection connection = store().add(profile("a.example", "t"), "one.share");
    assertThatThrownBy(() -> store().replace(connection.id(), "{}", "bad.share"))
        .isInstanceOf(ProblemException.class);
    assertThat(store().list()).containsExactly(connection);
    assertThat(store().profile(connection.id()).endpoint()).hasHost("a.example");
  }

  @Test
  void anIdOfTheCallersOwnIsKept() {
    Connection demo = store().put(ConnectionId.DEMO, "Demo share", profile("localhost", "t"));
    Connection again = store().put(ConnectionId.DEMO, "Demo share", profile("localhost", "u"));
    assertThat(again.id()).isEqualTo(demo.id());
    assertThat(store().list()).containsExactly(again);
  }

  @Test
  void damagedFilesArePassedOverAndLeftAlone() throws IOException {
    Connection good = store().add(profile("a.example", "t"), "one.share");
    Connection lost = store().add(profile("b.example", "t"), "two.share");
    Path folder = config.resolve("connections");
    Files.writeString(folder.resolve("broken.json"), "{\"name\":");
    Files.writeString(folder.resolve("empty.json"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve(lost.id().text() + ".share"), "{");
    List<Path> before = files();
    assertThat(store().list()).containsExactly(good);
    assertThat(store().add(profile("a.example", "t"), "one.share")).isEqualTo(good);
    assertThat(files()).isEqualTo(before);
    assertThatThrownBy(() -> store().profile(lost.id()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PROFILE_UNREADABLE));
  }

  @Test
  void theTokenStandsInOneFileThatOnlyItsOwnerCanRead() throws IOException {
    Connection connection = store().add(profile("a.example", "canary"), "one.share");
    store().rename(connection.id(), "New name");
    for (Path file : files()) {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
      assertThat(Files.readString(file).contains("canary"))
          .isEqualTo(file.toString().endsWith(".share"));
      assertThat(file.toString()).doesNotContain("canary");
    }
    assertThat(files()).hasSize(2);
    assertThat(connection.toString()).doesNotContain("canary");
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblemOfTheDisk() throws IOException {
    Files.writeString(config.resolve("connections"), "a file in the way");
    assertThat(store().list()).isEmpty();
    assertThatThrownBy(() -> store().add(profile("a.example", "t"), "one.share"))
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
