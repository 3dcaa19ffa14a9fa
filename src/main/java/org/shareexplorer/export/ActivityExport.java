package org.shareexplorer.export;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;

/** Requests that were made, as a file to hand on. */
public final class ActivityExport {

  private static final int BATCH = 500;

  private ActivityExport() {}

  /**
   * {@return the file, once it holds the requests as CSV} Blocks.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written; what stood there before is then unharmed
   */
  public static Path write(List<Activity> requests, Path file, Job job) {
    return WholeFile.write(
        file,
        part -> {
          try (BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write(ActivityCsv.HEAD + "\r\n");
            for (int i = 0; i < requests.size(); i++) {
              if (i % BATCH == 0) {
                job.check();
                job.progress(Progress.of("Writing requests", i, requests.size()));
              }
              out.write(ActivityCsv.line(requests.get(i)) + "\r\n");
            }
          }
          return file;
        });
  }
}
