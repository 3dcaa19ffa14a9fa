package org.shareexplorer.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshots;
import org.shareexplorer.table.filter.Hints;

/**
 * The rows of a table that match a condition, for who is not interested in the others: the server is
 * told of the condition before it lists the files. The list that it gives is nobody else's, and the
 * condition is tried on every row all the same.
 */
public final class MatchingRows {

  private static final Set<ProblemCode> REFUSALS =
      Set.of(
          ProblemCode.SERVER_REJECTED, ProblemCode.SERVER_FAILED, ProblemCode.TABLE_UNSUPPORTED);

  private final Engine engine;
  private final SharingClient client;
  private final TableName table;

  /** The rows of a table. */
  public MatchingRows(Engine engine, SharingClient client, TableName table) {
    this.engine = engine;
    this.client = client;
    this.table = table;
  }

  /**
   * {@return the newest version's rows of a view}
   *
   * @param wanted makes the view, of the table's columns
   * @throws ProblemException if the server refuses, or the view does not fit the columns
   */
  public OpenTable open(Function<List<Field>, View> wanted, Job job) {
    TableHead head = client.metadata(table, job);
    PredicateHints hints = Hints.of(wanted.apply(Snapshots.fields(head)).filter(), head);
    OpenTable open = listed(hints, job);
    if (!hints.none() && !fit(head, open.snapshot().head())) {
      open = listed(PredicateHints.NONE, job);
    }
    return open.viewed(wanted.apply(open.snapshot().fields()), job);
  }

  /** Some servers know hints, but not of all their tables. */
  private OpenTable listed(PredicateHints hints, Job job) {
    TableQuery all = TableQuery.of(AsOf.LATEST);
    try {
      return engine.open(client, table, all.hinted(hints), job);
    } catch (ProblemException e) {
      ProblemCode code = e.problem().code();
      if (hints.none() || !REFUSALS.contains(code)) {
        throw e;
      }
      return engine.open(client, table, all, job);
    }
  }

  /** Whether the columns are still those that the hints were made of. */
  private static boolean fit(TableHead before, TableHead now) {
    return before.schemaString().equals(now.schemaString())
        && before.partitionColumns().equals(now.partitionColumns());
  }
}
