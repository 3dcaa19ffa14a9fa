package org.shareexplorer.engine.sql;

import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;

/**
 * A query that goes with its tables, and what it needs of them. Immutable.
 *
 * @param text as it was written
 * @param named the same with the database's own names
 * @param inputs the tables that it is about
 * @param columns the columns of its result
 * @param caveat what is to be said of names that may mean other tables, as those of a connection
 *     that does not answer are not known; empty if none does
 */
public record SqlQuery(
    String text, String named, List<Input> inputs, List<Field> columns, String caveat) {

  /**
   * A table that a query is about.
   *
   * @param catalog the catalog that it is in
   * @param open the table
   * @param needed the numbers of its columns that are needed
   * @param where what its rows must match to be of interest
   */
  public record Input(
      SqlTable table, String catalog, OpenTable open, List<Integer> needed, Predicate where) {

    List<Field> fields() {
      return open.snapshot().fields();
    }

    /** {@return the columns that are needed} */
    public List<Field> columns() {
      return needed.stream().map(fields()::get).toList();
    }

    List<String> names() {
      return columns().stream().map(Field::name).toList();
    }
  }

  /** {@return about how many bytes it would fetch; blocks} */
  public long bytesToFetch(Job job) {
    long bytes = 0;
    for (Input input : inputs) {
      bytes += input.open.bytesToFetch(input.names(), input.where, job);
    }
    return bytes;
  }
}
