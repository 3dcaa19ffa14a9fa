package org.shareexplorer.cli;

import java.nio.file.Path;

/** A walk through the window without a person, taking pictures. */
@FunctionalInterface
public interface Tour {

  /**
   * Walks through the window; blocks until its end. May end the program with that exit code instead
   * of returning.
   *
   * @param folder where the pictures go, one PNG for every screen, light and dark; made if it is
   *     not there
   * @return the exit code
   */
  int walk(Path folder);
}
