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
   * Something happened, and something can be done about it.
   *
   * @param tone whether that was welcome
   * @param words in one sentence or two
   * @param label what can be done, on a button
   * @param action does it
   * @param passing whether it goes away by itself, as it can be done elsewhere too; else it stays
   *     until it is done or closed
   */
  record Offer(Tone tone, String words, String label, Runnable action, boolean passing)
      implements Notice {}

  /** How something is told. */
  enum Tone {
    /** It is good, or no more than news. */
    CALM,
    /** It should not have happened. */
    WRONG
  }
}
