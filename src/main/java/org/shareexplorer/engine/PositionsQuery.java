package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/**
 * Lists the positions (see {@link Relation}) of the rows that count.
 *
 * @param files where they are
 * @param keys the columns to sort by, one per order; none for no particular order
 */
record PositionsQuery(List<LocalFile> files, List<Field> keys, List<Order> orders) {

  private static final String TABLE = "sorted";
  private static final long AT_ONCE = 1 << 20;

  /** Asks, and hands on each position. */
  void run(Questions questions, LongConsumer into, Job job) {
    var _ =
        questions.over(
            files,
            (session, local) -> {
              over(session, local, into);
              return true;
            },
            job);
  }

  private void over(Session session, List<LocalFile> local, LongConsumer into) throws SQLException {
    String relation = Relation.over(session, local).withPositions(keys, local);
    if (keys.isEmpty()) {
      session.each("SELECT position FROM " + relation, row -> into.accept(row.getLong(1)));
      return;
    }
    session.progress("Sorting", 0, 2);
    // A table may be moved out to disk while it is read; the rows of a result could not.
    session.run(
        "CREATE TEMP TABLE %s AS SELECT position FROM %s ORDER BY %s, position"
            .formatted(TABLE, relation, ordered()));
    long rows = session.row("SELECT count(*) FROM " + TABLE, row -> row.getLong(1));
    for (long from = 0; from < rows; from += AT_ONCE) {
      session.progress("Sorting", rows + from, 2 * rows);
      session.each(
          "SELECT position FROM %s WHERE rowid >= %d AND rowid < %d ORDER BY rowid"
              .formatted(TABLE, from, from + AT_ONCE),
          row -> into.accept(row.getLong(1)));
    }
    session.run("DROP TABLE " + TABLE);
  }

  private String ordered() {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> {
          String key = "c" + i + (orders.get(i).descending() ? " DESC" : " ASC") + " NULLS LAST";
          return SqlText.floating(keys.get(i).type())
              ? "isnan(c" + i + ") ASC NULLS LAST, " + key
              : key;
        })
        .collect(Collectors.joining(", "));
  }
}
