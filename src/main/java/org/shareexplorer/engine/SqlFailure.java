package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.Objects;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** What went wrong in the database, in sentences. */
public final class SqlFailure {

  private SqlFailure() {}

  /** {@return the problem; the database's own words are its detail} */
  public static Problem problem(SQLException failure) {
    String words = Objects.requireNonNullElse(failure.getMessage(), "");
    return kind(words).withDetail(words);
  }

  private static Problem kind(String words) {
    // The driver tells kinds apart by the first words of the message alone.
    if (words.contains("No space left on device") || words.contains("max_temp_directory_size")) {
      return new Problem(
          ProblemCode.DISK,
          "The question could not be answered.",
          "It needs more space for temporary files than this computer's disk has left.",
          "Free some space, or ask about fewer columns.");
    }
    if (words.startsWith("Out of Memory")) {
      return new Problem(
          ProblemCode.TOO_LARGE,
          "The question could not be answered.",
          "It needs more memory than the application may use.",
          "Ask about a sample or about fewer rows, or group by a column with fewer values.");
    }
    if (words.startsWith("IO Error")
        || words.startsWith("Invalid Input Error")
        || words.startsWith("Conversion Error")
        || words.startsWith("Out of Range Error")
        || words.startsWith("TProtocolException")) {
      return new Problem(
          ProblemCode.FILE_DAMAGED,
          "The question could not be answered.",
          "One of the table's files is damaged, or holds values that are not of the column's type.",
          "Read the table again; if that does not help, tell its provider.");
    }
    return new Problem(
        ProblemCode.BUG,
        "The question could not be answered.",
        "This is a fault of the application, not of your data.",
        "Try again; if it stays, report it with the details below.");
  }
}
