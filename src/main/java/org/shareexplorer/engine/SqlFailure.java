package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.Objects;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** What went wrong in the database, in sentences. */
public final class SqlFailure {

  /** Stands around what queries of our own say of a column: see {@link #sql}. */
  private static final String MARK = "\u00a6";

  private SqlFailure() {}

  /** {@return SQL that fails as soon as it is computed: one of a column's values does not do} */
  static String sql(String column, String why) {
    return "error(" + SqlText.text(MARK + column.replace(MARK, "|") + MARK + why + MARK) + ")";
  }

  /** {@return the problem of a column whose values do not do} */
  static Problem unfit(String column, String why) {
    return new Problem(
        ProblemCode.FILE_DAMAGED,
        "The column " + column + " cannot be computed with.",
        why,
        "Leave this column out, or tell the provider.");
  }

  /** {@return the problem; the database's own words are its detail} */
  public static Problem problem(SQLException failure) {
    String words = Objects.requireNonNullElse(failure.getMessage(), "");
    return kind(words).withDetail(words);
  }

  private static Problem kind(String words) {
    String[] said = words.split(MARK, -1);
    if (said.length == 4) {
      return unfit(said[1], said[2]);
    }
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
