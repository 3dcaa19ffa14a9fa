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

  /**
   * An action worked, and something more can be done; stays until it is done or closed.
   *
   * @param words in one sentence or two
   * @param label what can be done, on a button
   * @param action does it
   */
  record Offer(String words, String label, Runnable action) implements Notice {}
}
