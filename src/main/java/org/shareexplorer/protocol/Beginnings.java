package org.shareexplorer.protocol;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;

/** Begins an answer of many lines anew if it breaks off after lines of it were handed on. */
final class Beginnings {

  private static final int MOST = 3;

  private Beginnings() {}

  /**
   * {@return the answer, had in one go}
   *
   * @param asking asks, and throws {@link BrokenOff} if lines were handed on in vain
   * @param restart says whether those lines were forgotten, so that they may come again
   */
  static <T> T of(Supplier<T> asking, BooleanSupplier restart, Job job) {
    for (int beginning = 1; ; beginning++) {
      try {
        return asking.get();
      } catch (BrokenOff e) {
        job.check();
        if (beginning == MOST || !restart.getAsBoolean()) {
          throw e.problem;
        }
      }
    }
  }

  /** An answer broke off after lines of it were handed on. */
  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemException problem;

    BrokenOff(ProblemException problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
