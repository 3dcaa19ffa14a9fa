package org.shareexplorer.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.Folders;

/**
 * What of dashboards is not saved: each change is written into a folder of the application's own,
 * so that no end of the program loses it. Methods block. Thread-safe.
 */
public final class Drafts {

  private static final System.Logger LOG = System.getLogger(Drafts.class.getName());

  private final Path folder;

  /** The drafts below the config folder, which need not exist. */
  public Drafts(Folders folders) {
    folder = folders.config().resolve("dashboards").resolve("drafts");
  }

  /**
   * A draft.
   *
   * @param id what it is called here
   * @param name what people call the dashboard
   * @param changed when it was changed last
   */
  public record Draft(String id, String name, Instant changed) {}

  /** {@return a name that no draft has} */
  public static String newId() {
    return UUID.randomUUID().toString();
  }

  private Path file(String id) {
    return folder.resolve(id + DashboardFile.ENDING);
  }

  /** {@return whether a name that was read somewhere can be a draft's, and leads nowhere else} */
  public static boolean isId(String name) {
    return name.matches("[0-9a-f-]{1,40}");
  }

  /**
   * Takes the place of what was kept under a name.
   *
   * @throws ProblemException with code {@code DISK} if it cannot be written
   */
  public synchronized void keep(String id, Dashboard dashboard) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "What you change on dashboards is not kept when the window is closed.",
              "The folder " + folder + " cannot be made.",
              "Save your dashboards before you close the window.")
          .asException(e);
    }
    DashboardFile.save(dashboard, file(id));
  }

  /**
   * {@return the draft of a name, if there is one}
   *
   * @throws ProblemException with code {@code DASHBOARD_UNREADABLE} or as {@link
   *     DashboardJson#read} has it, if it is damaged
   */
  public synchronized Optional<Dashboard> read(String id) {
    return Files.exists(file(id)) ? Optional.of(DashboardFile.read(file(id))) : Optional.empty();
  }

  /** Forgets a draft, if there is one. */
  public synchronized void drop(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The draft of a dashboard could not be deleted.", e);
    }
  }

  /** {@return those that can be read, in no order} */
  public synchronized List<Draft> all() {
    List<Draft> drafts = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(DashboardFile.ENDING)) {
            String id = name.substring(0, name.length() - DashboardFile.ENDING.length());
            if (isId(id)) {
              draft(id, file).ifPresent(drafts::add);
            }
          }
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "The drafts of dashboards could not be listed.", e);
      }
    }
    return drafts;
  }

  private Optional<Draft> draft(String id, Path file) {
    try {
      return read(id).map(Dashboard::name).map(name -> new Draft(id, name, changed(file)));
    } catch (ProblemException e) {
      LOG.log(System.Logger.Level.DEBUG, "A draft cannot be read.", e);
      return Optional.empty();
    }
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
