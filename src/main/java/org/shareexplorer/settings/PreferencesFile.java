package org.shareexplorer.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Keeps the preferences in a file of the config folder. Thread-safe. */
public final class PreferencesFile {

  private static final String NAME = "preferences.json";

  private final Path folder;

  /** Keeps them in the config folder, which need not exist yet. */
  public PreferencesFile(Folders folders) {
    folder = folders.config();
  }

  /**
   * {@return what was remembered, or the defaults} A damaged file is set aside under the name
   * {@code preferences.damaged.json}, never a reason not to start.
   */
  public synchronized Preferences load() {
    Path file = folder.resolve(NAME);
    try {
      return PreferencesJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Preferences.DEFAULT;
    } catch (IOException | IllegalArgumentException e) {
      setAside(file);
      return Preferences.DEFAULT;
    }
  }

  private void setAside(Path file) {
    try {
      Files.move(
          file, folder.resolve("preferences.damaged.json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(PreferencesFile.class.getName())
          .log(System.Logger.Level.WARNING, "The damaged preferences could not be set aside.", e);
    }
  }

  /**
   * Remembers preferences: the file holds either the old ones or the new ones, never half of both.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if they cannot be
   *     written
   */
  public synchronized void save(Preferences preferences) {
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "preferences", ".part");
      try {
        Files.writeString(half, PreferencesJson.write(preferences));
        Files.move(
            half,
            folder.resolve(NAME),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "Your preferences could not be saved.",
              "The folder " + folder + " cannot be written.",
              "Make room on the disk, or allow this account to write there.")
          .asException(e);
    }
  }
}
