package org.shareexplorer.parquet;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Words for files that are not what they should be. The one place that adds a file's name. */
final class Damage {

  private Damage() {}

  /** {@return the problem of a damaged file, to be thrown} */
  static ProblemException of(String file, String why) {
    return problem(file, why).asException();
  }

  /**
   * Runs a decoder over bytes that nobody vouches for: whatever it trips over, the file is damaged.
   * That includes recursion and allocations without end, which a few hostile bytes can ask for.
   */
  static <T> T guard(String file, String why, Supplier<T> decoding) {
    try {
      return decoding.get();
    } catch (ProblemException | CancellationException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new Problem(
              ProblemCode.TOO_LARGE,
              "The data file " + file + " needs more memory than the application may use.",
              "",
              "Ask for fewer columns or fewer rows.")
          .asException(e);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw problem(file, why).withDetail(e.getClass().getSimpleName()).asException(e);
    }
  }

  private static Problem problem(String file, String why) {
    return new Problem(
        ProblemCode.FILE_DAMAGED,
        "The data file " + file + " cannot be read.",
        why,
        "Try again; if it stays so, tell the provider.");
  }
}
