package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * How far values reach. The database tells it by what files say of themselves, if all rows count;
 * so whoever looks at the values has to {@linkplain #hold look} whether that was true.
 *
 * @param least no value is less; 0 if there are none
 * @param greatest no value is greater; 0 if there are none
 */
record Reach(double least, double greatest) {

  /**
   * Asks for it.
   *
   * @param rows SQL of rows
   * @param value SQL of what is looked at
   */
  static Reach of(Session session, String rows, String value) throws SQLException {
    return of(session, rows, List.of(value)).getFirst();
  }

  /** Asks for that of several values in one look. */
  static List<Reach> of(Session session, String rows, List<String> values) throws SQLException {
    String ends =
        values.stream()
            .map("CAST(min(%1$s) AS DOUBLE), CAST(max(%1$s) AS DOUBLE)"::formatted)
            .collect(Collectors.joining(", "));
    return session.row(
        "SELECT %s FROM %s".formatted(ends, rows),
        row -> {
          List<Reach> reaches = new ArrayList<>();
          for (int i = 0; i < values.size(); i++) {
            reaches.add(new Reach(row.getDouble(2 * i + 1), row.getDouble(2 * i + 2)));
          }
          return List.copyOf(reaches);
        });
  }

  /** {@return whether no value is infinite} NaN, if it is told of, is the greatest. */
  boolean finite() {
    return Double.isFinite(least) && Double.isFinite(greatest);
  }

  /**
   * Makes sure that values are within.
   *
   * @throws ProblemException if one is not
   */
  void hold(double value, double another) {
    if (Math.min(value, another) < least || Math.max(value, another) > greatest) {
      throw new Problem(
              ProblemCode.FILE_DAMAGED,
              "The figures could not be told.",
              "A data file says that values lie between %s and %s, but some do not."
                  .formatted(least, greatest),
              "Tell the provider of the data: the file has to be written anew.")
          .asException();
    }
  }
}
