package org.shareexplorer.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.PrivateFiles;

/**
 * The dashboards of a person: those in a folder of their own, and those that were opened or saved
 * elsewhere. Methods block. Thread-safe.
 */
public final class DashboardShelf {

  private static final System.Logger LOG = System.getLogger(DashboardShelf.class.getName());
  private static final String ELSEWHERE = "elsewhere.txt";
  private static final int MOST = 50;

  private final Path folder;

  /** The shelf below the config folder, which need not exist. */
  public DashboardShelf(Folders folders) {
    folder = folders.config().resolve("dashboards");
  }

  /**
   * A dashboard that was saved.
   *
   * @param name what people call it
   * @param changed when it was saved last
   */
  public record Kept(Path file, String name, Instant changed) {}

  /** {@return all that are still there and can be read, those changed last first} */
  public synchronized List<Kept> all() {
    Set<Path> files = new LinkedHashSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> own = Files.list(folder)) {
        own.filter(file -> file.toString().endsWith(DashboardFile.ENDING)).forEach(files::add);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "The dashboards could not be listed.", e);
      }
    }
    files.addAll(elsewhere());
    List<Kept> kept = new ArrayList<>();
    for (Path file : files) {
      read(file).ifPresent(kept::add);
    }
    kept.sort(Comparator.comparing(Kept::changed).reversed());
    return List.copyOf(kept);
  }

  /** What was moved, deleted or written over since is not offered. */
  private static Optional<Kept> read(Path file) {
    try {
      return Optional.of(
          new Kept(
              file, DashboardFile.read(file).name(), Files.getLastModifiedTime(file).toInstant()));
    } catch (ProblemException | IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A dashboard that was kept cannot be read.", e);
      return Optional.empty();
    }
  }

  private List<Path> elsewhere() {
    List<Path> files = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(folder.resolve(ELSEWHERE))) {
        files.add(Path.of(line));
      }
    } catch (IOException | InvalidPathException e) {
      // None was ever kept elsewhere, or the list is damaged: the files themselves are not.
      return files;
    }
    return files;
  }

  /** Remembers where a dashboard is, if it is not in the folder. */
  public synchronized void remember(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    if (whole.startsWith(folder.toAbsolutePath())) {
      return;
    }
    Set<String> lines = new LinkedHashSet<>();
    lines.add(whole.toString());
    elsewhere().forEach(path -> lines.add(path.toString()));
    try {
      PrivateFiles.write(
          folder.resolve(ELSEWHERE), String.join("\n", lines.stream().limit(MOST).toList()) + "\n");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "A dashboard's place could not be remembered.", e);
    }
  }

  /**
   * Saves a dashboard in the folder, under a name like its own that no other file has.
   *
   * @return the file
   */
  public synchronized Path keep(Dashboard dashboard) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "The dashboard could not be saved.",
              "The folder " + folder + " cannot be made.",
              "Save it as a file elsewhere.")
          .asException(e);
    }
    String name =
        dashboard
            .name()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String base = name.isEmpty() ? "dashboard" : name.substring(0, Math.min(60, name.length()));
    Path file = folder.resolve(base + DashboardFile.ENDING);
    for (int number = 2; Files.exists(file); number++) {
      file = folder.resolve(base + "-" + number + DashboardFile.ENDING);
    }
    DashboardFile.save(dashboard, file);
    return file;
  }
}
