package org.shareexplorer.cli;

import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Checks of numbers given as options. */
final class Numbers {

  private Numbers() {}

  /**
   * Refuses a number that is too small.
   *
   * @param option what it was given as
   */
  static void atLeast(long least, long number, String option) {
    if (number < least) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The number " + number + " for " + option + " makes no sense.",
              "",
              "Give a whole number of at least " + least + ".")
          .asException();
    }
  }
}
