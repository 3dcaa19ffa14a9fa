package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.shareexplorer.job.Job;

/** A walk through the window without a person, taking pictures. */
@FunctionalInterface
public interface Tour {

  /**
   * Walks through the window; blocks until its end.
   *
   * @param folder where the pictures go, one PNG for every screen, light and dark; made if it is
   *     not there
   * @param said gets a line for every picture, on any thread
   * @throws org.shareexplorer.problem.ProblemException if the folder cannot be written or a screen
   *     fails
   */
  void run(Path folder, Consumer<String> said, Job job);
}
