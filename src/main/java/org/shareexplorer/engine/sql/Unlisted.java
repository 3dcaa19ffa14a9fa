package org.shareexplorer.engine.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shareexplorer.problem.Problem;

/**
 * A connection whose tables are not known, so that no name in a query can mean one of them.
 *
 * @param connection its name, for people
 * @param problem why they could not be listed; empty if it has not answered yet
 */
public record Unlisted(String connection, Optional<Problem> problem) {

  private String words() {
    return "Those of "
        + connection
        + problem
            .map(told -> " are not known: " + (told.why().isBlank() ? told.what() : told.why()))
            .orElse(" are not known yet.");
  }

  /** {@return which tables are not known, and why} */
  static String words(List<Unlisted> some) {
    return some.stream().map(Unlisted::words).collect(Collectors.joining(" "));
  }

  /** {@return what can be done about it} */
  static String remedy(List<Unlisted> some) {
    return some.stream().anyMatch(one -> one.problem().isPresent())
        ? "If it is one of those, have them listed again once their provider answers."
        : "If it is one of those, wait a moment.";
  }

  /**
   * {@return what is to be said of tables that were named without their connection, as any of these
   * may have one of that name; empty if there is nothing to say}
   */
  static String caveat(List<Unlisted> some, List<SqlTable> named) {
    if (some.isEmpty() || named.isEmpty()) {
      return "";
    }
    return named.stream()
            .map(table -> table.name().table() + " is taken to be that of " + table.connection())
            .collect(Collectors.joining(", "))
        + ": which tables "
        + some.stream().map(Unlisted::connection).collect(Collectors.joining(" and "))
        + (some.size() == 1 ? " has" : " have")
        + " is not known. To be certain, write "
        + named.stream().map(SqlTable::fullSql).collect(Collectors.joining(", "))
        + ".";
  }
}
