package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.settings.PrivateFiles;

/** A key in a file that its owner alone may read. */
record KeyFile(Path file) implements KeyPlace {

  @Override
  public Protection protection() {
    return Protection.PRIVATE_FILE;
  }

  @Override
  public Optional<byte[]> read(Job job) throws IOException {
    try {
      return Optional.of(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException("not a key");
    }
  }

  @Override
  public void write(byte[] key, Job job) throws IOException {
    PrivateFiles.write(file, Base64.getEncoder().encodeToString(key) + "\n");
  }
}
