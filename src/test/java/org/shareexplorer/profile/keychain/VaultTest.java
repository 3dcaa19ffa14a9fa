package org.shareexplorer.profile.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

class VaultTest {

  private static final Job JOB = Job.unattended();

  @TempDir private Path folder;

  /** A keychain that a test locks, empties, or makes forgetful. */
  private static final class Keychain implements KeyPlace {
    private byte @Nullable [] key;
    private boolean locked;
    private boolean forgetful;
    private int asked;

    @Override
    public Protection protection() {
      return Protection.SECRET_SERVICE;
    }

    @Override
    public Optional<byte[]> read(Job job) throws IOException {
      asked++;
      if (locked) {
        throw new IOException("locked");
      }
      return Optional.ofNullable(key);
    }

    @Override
    public void write(byte[] bytes, Job job) {
      key = forgetful ? null : bytes.clone();
    }
  }

  private final Keychain keychain = new Keychain();

  private Vault vault() {
    return new Vault(List.of(keychain, new KeyFile(folder.resolve("key"))));
  }

  @Test
  void aTextIsSealedUnderTheKeychainsKeyAndOpensAgain() throws IOException {
    Vault.Sealed sealed = vault().seal("canary ä", "one", JOB);
    assertThat(sealed.protection()).isEqualTo(Protection.SECRET_SERVICE);
    assertThat(sealed.text()).doesNotContain("canary");
    assertThat(vault().open(sealed.text(), "one", JOB)).isEqualTo("canary ä");
    assertThat(folder.resolve("key")).doesNotExist();
    assertThat(vault().seal("canary ä", "one", JOB).text()).isNotEqualTo(sealed.text());
  }

  @Test
  void aKeychainIsAskedOnce() throws IOException {
    Vault vault = vault();
    String sealed = vault.seal("x", "one", JOB).text();
    int asked = keychain.asked;
    vault.open(sealed, "one", JOB);
    vault.seal("y", "two", JOB);
    assertThat(keychain.asked).isEqualTo(asked);
  }

  @Test
  void aTextOpensUnderItsOwnNameOnly() throws IOException {
    String sealed = vault().seal("x", "one", JOB).text();
    assertThatThrownBy(() -> vault().open(sealed, "two", JOB)).isInstanceOf(IOException.class);
  }

  @Test
  void withoutAKeychainAPrivateFileHoldsTheKey() throws IOException {
    keychain.locked = true;
    Vault vault = vault();
    Vault.Sealed sealed = vault.seal("x", "one", JOB);
    assertThat(sealed.protection()).isEqualTo(Protection.PRIVATE_FILE);
    assertThat(folder.resolve("key")).exists();
    assertThat(vault.betterThan(Protection.PRIVATE_FILE, JOB)).isFalse();
    keychain.locked = false;
    Vault later = vault();
    assertThat(later.open(sealed.text(), "one", JOB)).isEqualTo("x");
    assertThat(later.betterThan(Protection.PRIVATE_FILE, JOB)).isTrue();
    assertThat(later.betterThan(Protection.SECRET_SERVICE, JOB)).isFalse();
  }

  @Test
  void aKeychainThatKeepsNothingIsNotTrusted() throws IOException {
    keychain.forgetful = true;
    assertThat(vault().seal("x", "one", JOB).protection()).isEqualTo(Protection.PRIVATE_FILE);
  }

  @Test
  void aLockedKeychainIsAskedAgainWhenToldTo() throws IOException {
    String sealed = vault().seal("x", "one", JOB).text();
    keychain.locked = true;
    Vault vault = vault();
    assertThatThrownBy(() -> vault.open(sealed, "one", JOB))
        .isInstanceOfSatisfying(
            KeyAwayException.class,
            e -> assertThat(e.protection()).isEqualTo(Protection.SECRET_SERVICE));
    keychain.locked = false;
    assertThatThrownBy(() -> vault.open(sealed, "one", JOB)).isInstanceOf(KeyAwayException.class);
    vault.tryAgain();
    assertThat(vault.open(sealed, "one", JOB)).isEqualTo("x");
  }

  @Test
  void aLostKeyIsNotReplacedByOpening() throws IOException {
    String sealed = vault().seal("x", "one", JOB).text();
    keychain.key = null;
    assertThatThrownBy(() -> vault().open(sealed, "one", JOB)).isInstanceOf(KeyAwayException.class);
    assertThat(keychain.key).isNull();
  }

  @Test
  void damagedTextsAreFaultsOfReading() throws IOException {
    Vault vault = vault();
    String sealed = vault.seal("canary", "one", JOB).text();
    Random random = new Random(20261121);
    int changed = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(sealed);
      text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
      try {
        assertThat(vault.open(text.toString(), "one", JOB)).isEqualTo("canary");
      } catch (IOException e) {
        changed++;
        assertThat(String.valueOf(e.getMessage())).doesNotContain("canary");
      }
    }
    assertThat(changed).isGreaterThan(1_000);
  }

  @Test
  void theMacsProgramIsGivenTheKeyOnItsStandardInput() throws IOException {
    Path log = folder.resolve("log");
    Path kept = folder.resolve("kept");
    Path program = folder.resolve("security");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$@" >> %1$s
        if [ "$1" = "-i" ]; then
          read line
          case $line in
            "add-generic-password -U -a share-explorer -s \\"Share Explorer\\" -w "*)
              echo "$line" | sed 's/.*-w "\\(.*\\)"/\\1/' > %2$s;;
            *) exit 2;;
          esac
        elif [ -f %2$s ]; then cat %2$s
        else exit 44
        fi
        """
            .formatted(log, kept));
    org.junit.jupiter.api.Assumptions.assumeTrue(program.toFile().setExecutable(true));
    KeyPlace mac = new MacKeychain(program.toString());
    assertThat(mac.read(JOB)).isEmpty();
    byte[] key = {1, 2, 3, -4};
    mac.write(key, JOB);
    assertThat(mac.read(JOB)).contains(key);
    assertThat(Files.readString(log)).doesNotContain(Files.readString(kept).strip());
    Files.writeString(program, "#!/bin/sh\nexit 51\n");
    assertThatThrownBy(() -> mac.read(JOB)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new MacKeychain("/no/such/program").read(JOB))
        .isInstanceOf(IOException.class);
  }

  @Test
  void thereIsAlwaysAPlace() {
    try (Jobs jobs = new Jobs()) {
      assertThat(KeyPlaces.of("Linux", true, folder, jobs)).hasSize(1);
      assertThat(KeyPlaces.of("Windows 11", false, folder, jobs).getLast().protection())
          .isEqualTo(Protection.PRIVATE_FILE);
      assertThat(KeyPlaces.of("Mac OS X", false, folder, jobs).getFirst().protection())
          .isEqualTo(Protection.MACOS_KEYCHAIN);
    }
  }
}
