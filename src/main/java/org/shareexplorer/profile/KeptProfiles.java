package org.shareexplorer.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.keychain.KeyAwayException;
import org.shareexplorer.profile.keychain.Protection;
import org.shareexplorer.profile.keychain.Vault;
import org.shareexplorer.settings.PrivateFiles;

/**
 * The profiles of connections, sealed, in files for their owner only: {@code <id>.sealed}. Earlier
 * versions kept them as they were given, in {@code <id>.share}; those are read until they are
 * sealed.
 */
final class KeptProfiles {

  private static final String SEALED = ".sealed";
  private static final String PLAIN = ".share";

  private final Path folder;
  private final Vault vault;

  KeptProfiles(Path folder, Vault vault) {
    this.folder = folder;
    this.vault = vault;
  }

  boolean has(ConnectionId id) {
    return Files.exists(file(id, SEALED)) || Files.exists(file(id, PLAIN));
  }

  /** Keeps a profile; a crash leaves the one before, or this one. */
  Protection write(ConnectionId id, String text, Job job) throws IOException {
    Vault.Sealed sealed = vault.seal(text, id.text(), job);
    PrivateFiles.write(file(id, SEALED), sealed.text());
    Files.deleteIfExists(file(id, PLAIN));
    return sealed.protection();
  }

  /**
   * {@return a profile as it was kept; holds a secret}
   *
   * @param name what the connection is called in messages
   */
  String read(ConnectionId id, String name, Job job) {
    Path sealed = file(id, SEALED);
    if (!Files.exists(sealed)) {
      return ProfileReader.text(file(id, PLAIN));
    }
    try {
      return vault.open(ProfileReader.text(sealed), id.text(), job);
    } catch (KeyAwayException e) {
      vault.tryAgain();
      throw new Problem(
              ProblemCode.CREDENTIAL_LOCKED,
              cannotBeRead(name),
              e.protection().keychain()
                  ? "Its key lies in the system's keychain, which did not give it: it may be locked,"
                      + " or out of reach of this session."
                  : "The file with its key is gone.",
              "Unlock the keychain and try again, or give the connection its credential file anew.",
              "key: " + e.protection().id())
          .asException();
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.PROFILE_UNREADABLE,
              cannotBeRead(name),
              "What is kept of it is damaged, or was made on another computer.",
              "Give the connection its credential file anew.")
          .asException();
    }
  }

  private static String cannotBeRead(String name) {
    return "The credential of the connection " + name + " cannot be read.";
  }

  void delete(ConnectionId id) throws IOException {
    Files.deleteIfExists(file(id, SEALED));
    Files.deleteIfExists(file(id, PLAIN));
  }

  /**
   * Seals what lies open, and seals better what could only be sealed worse when it was kept.
   *
   * @return what guards it from now on, if that has changed
   */
  Optional<Protection> improve(ConnectionId id, Job job) throws IOException {
    try {
      if (Files.exists(file(id, SEALED))) {
        Optional<Protection> now = Vault.protection(ProfileReader.text(file(id, SEALED)));
        if (now.isEmpty() || !vault.betterThan(now.get(), job)) {
          return Optional.empty();
        }
      }
      String text = read(id, id.text(), job);
      // What is no profile stays for a person to look at.
      ProfileReader.parse(text, id.text());
      return Optional.of(write(id, text, job));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private Path file(ConnectionId id, String ending) {
    return folder.resolve(id.text() + ending);
  }
}
