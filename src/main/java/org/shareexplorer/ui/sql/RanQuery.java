package org.shareexplorer.ui.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.ui.table.SizeText;

/**
 * What came of running a query.
 *
 * @param check whether it could be run
 * @param result what it gave; null if it could not
 * @param job what ran it, and knows the cost
 */
record RanQuery(
    QueryPart query, SqlCheck check, @Nullable SqlResult result, Job job, double seconds) {

  /** Looks at a query and runs it, if nothing is wrong with it. Blocks. */
  static RanQuery of(QueryPart query, SqlDesk desk, Job job) {
    long start = System.nanoTime();
    SqlCheck check = desk.queries().check(query.inPlace(), desk.tables(), job);
    SqlResult made = null;
    if (check instanceof SqlCheck.Ready ready) {
      desk.history().add(query.text());
      made = desk.queries().run(ready.query(), job);
    }
    return new RanQuery(query, check, made, job, (System.nanoTime() - start) / 1e9);
  }

  /** {@return how much a result is, what it took, and what may be meant otherwise} */
  String summary(SqlResult made) {
    int columns = made.query().columns().size();
    String caveat = made.query().caveat();
    String summary =
        String.format(
            Locale.ROOT,
            "%s%,d %s · %d %s · %s fetched · %.1f s",
            query.count() > 1 ? "Query %d of %d · ".formatted(query.number(), query.count()) : "",
            made.rows(),
            made.rows() == 1 ? "row" : "rows",
            columns,
            columns == 1 ? "column" : "columns",
            SizeText.of(job.cost().bytes()),
            seconds);
    return caveat.isEmpty() ? summary : summary + "\n" + caveat;
  }
}
