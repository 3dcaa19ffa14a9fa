package org.shareexplorer.engine.sql;

import org.shareexplorer.problem.Problem;

/** What came of looking at a query's text. */
public sealed interface SqlCheck {

  /** It can be run. */
  record Ready(SqlQuery query) implements SqlCheck {}

  /**
   * It cannot.
   *
   * @param from the first character of what is wrong
   * @param to the character after its last; the same as {@code from} if the place is not known
   */
  record Faulty(Problem problem, int from, int to) implements SqlCheck {}
}
