package org.shareexplorer.dashboard;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.shareexplorer.export.WholeFile;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Dashboards on disk. Methods block. */
public final class DashboardFile {

  /** What the names of dashboards' files end in. */
  public static final String ENDING = ".dashboard.json";

  /** No dashboard that a person made has more bytes. */
  private static final long MOST_BYTES = 4L << 20;

  private DashboardFile() {}

  /**
   * {@return the dashboard in a file}
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DASHBOARD_UNREADABLE} if
   *     there is no such file or it cannot be read, else as {@link DashboardJson#read} has it
   */
  public static Dashboard read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw unreadable(file, "It is a folder.").asException();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable(file, "It is too large to be a dashboard.").asException();
      }
      return DashboardJson.read(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw unreadable(file, "It is not a text in UTF-8.").asException(e);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "There is no such file.").asException(e);
    } catch (AccessDeniedException e) {
      throw unreadable(file, "This account may not read it.").asException(e);
    } catch (IOException e) {
      throw unreadable(file, "The disk refused it.").asException(e);
    }
  }

  private static Problem unreadable(Path file, String why) {
    return new Problem(
        ProblemCode.DASHBOARD_UNREADABLE,
        "The dashboard " + file.getFileName() + " could not be read.",
        why,
        "Choose another file.");
  }

  /**
   * Writes a dashboard: the file then holds the old one or the new one, never half of both.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written
   */
  public static void save(Dashboard dashboard, Path file) {
    WholeFile.write(file, DashboardJson.write(dashboard).getBytes(StandardCharsets.UTF_8));
  }
}
