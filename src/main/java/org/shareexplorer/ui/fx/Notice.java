package org.shareexplorer.ui.fx;

import org.shareexplorer.problem.Problem;

/** A passing word to the person. */
public sealed interface Notice {

  /**
   * An action did not work; stays until it is closed.
   *
   * @param problem why
   */
  record Failed(Problem problem) implements Notice {}

  /**
   * An action worked; goes away by itself.
   *
   * @param words in one sentence
   */
  record Done(String words) implements Notice {}
}
