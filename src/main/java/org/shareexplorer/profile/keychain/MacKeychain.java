package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.job.Job;

/**
 * The login keychain of macOS, by the system's own program. The key goes through its standard input
 * and not its arguments, which every program on the computer could read.
 *
 * @param program its path
 */
record MacKeychain(String program) implements KeyPlace {

  static final String PROGRAM = "/usr/bin/security";

  private static final String ACCOUNT = "share-explorer";
  private static final String SERVICE = "Share Explorer";

  /** The program's exit code for errSecItemNotFound. */
  private static final int NOT_FOUND = 44;

  @Override
  public Protection protection() {
    return Protection.MACOS_KEYCHAIN;
  }

  @Override
  public Optional<byte[]> read(Job job) throws IOException {
    Program.Outcome outcome =
        Program.run(
            List.of(program, "find-generic-password", "-a", ACCOUNT, "-s", SERVICE, "-w"), "", job);
    if (outcome.exit() == NOT_FOUND) {
      return Optional.empty();
    }
    if (outcome.exit() != 0) {
      throw new IOException("the keychain refused: " + outcome.exit());
    }
    try {
      return Optional.of(Base64.getDecoder().decode(outcome.output().strip()));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a key");
    }
  }

  @Override
  public void write(byte[] key, Job job) throws IOException {
    String command =
        "add-generic-password -U -a %s -s \"%s\" -w \"%s\"\n"
            .formatted(ACCOUNT, SERVICE, Base64.getEncoder().encodeToString(key));
    Program.Outcome outcome = Program.run(List.of(program, "-i"), command, job);
    if (outcome.exit() != 0) {
      throw new IOException("the keychain refused: " + outcome.exit());
    }
  }
}
