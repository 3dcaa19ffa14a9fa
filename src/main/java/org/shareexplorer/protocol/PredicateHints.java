package org.shareexplorer.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a server is told of the rows that are wanted (protocol, "Predicates for Filtering"), so that
 * it may leave out files. It need not: whoever sends hints looks at every row all the same.
 *
 * @param sql SQL conditions, all of which wanted rows meet ({@code predicateHints})
 * @param json a condition as JSON text ({@code jsonPredicateHints})
 */
public record PredicateHints(List<String> sql, Optional<String> json) {

  /** Nothing is told: all files are listed. */
  public static final PredicateHints NONE = new PredicateHints(List.of(), Optional.empty());

  public PredicateHints {
    sql = List.copyOf(sql);
  }

  /** {@return whether nothing is told} */
  public boolean none() {
    return equals(NONE);
  }
}
