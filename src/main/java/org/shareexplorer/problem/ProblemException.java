package org.shareexplorer.problem;

import java.util.concurrent.CancellationException;

/** The one exception of the core: it carries a {@link Problem} to where it is shown and logged. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code().text() + ": " + problem.sentence());
    this.problem = problem;
  }

  ProblemException(Problem problem, Throwable cause) {
    super(problem.code().text() + ": " + problem.sentence(), cause);
    this.problem = problem;
  }

  /** {@return what went wrong} */
  public Problem problem() {
    return problem;
  }

  /**
   * {@return the problem behind any failure: the one it carries, or a bug report for what nobody
   * foresaw}
   *
   * @param failure what was thrown; not a {@link CancellationException}, which is no problem
   */
  public static Problem problemOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProblemException known) {
        return known.problem();
      }
      if (t instanceof OutOfMemoryError) {
        return new Problem(
            ProblemCode.TOO_LARGE,
            "This was too much for the memory that the application may use.",
            "",
            "Ask for fewer columns or fewer rows.");
      }
    }
    return new Problem(
        ProblemCode.BUG,
        "Something went wrong inside Share Explorer.",
        "This is a fault of the application, not of your data.",
        "Try again; if it stays, report it with the details below.",
        trace(failure));
  }

  /** Types and places only: a foreign exception's message may hold an address or a value. */
  private static String trace(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = failure; t != null && text.length() < 4_000; t = t.getCause()) {
      text.append(t.getClass().getName()).append('\n');
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, 12); i++) {
        text.append("  at ").append(frames[i]).append('\n');
      }
    }
    return text.toString();
  }
}
