package org.shareexplorer.ui.table;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.LocalFile;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Question;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * One version of a table, which can be opened anew under the screens that show it: they keep their
 * place, and read on with the connection's present server and credential. Thread-safe.
 */
final class RenewedTable implements OpenTable {

  private volatile OpenTable table;

  RenewedTable(OpenTable table) {
    this.table = table;
  }

  /** Takes over a table opened anew, if it is the same version of the same table. */
  boolean takes(OpenTable newer) {
    Snapshot now = table.snapshot();
    boolean same =
        newer.snapshot().version() == now.version()
            && newer.snapshot().head().id().equals(now.head().id());
    if (same) {
      table = newer;
    }
    return same;
  }

  /** {@return the table as it was opened last} */
  OpenTable held() {
    return table;
  }

  /** {@return whether it is the table opened last} */
  boolean holds(@Nullable OpenTable other) {
    return table.equals(other);
  }

  @Override
  public Snapshot snapshot() {
    return table.snapshot();
  }

  @Override
  public boolean complete() {
    return table.complete();
  }

  @Override
  public OpenTable completed(Job job) {
    return table.completed(job);
  }

  @Override
  public OptionalLong rowCount() {
    return table.rowCount();
  }

  @Override
  public long countRows(Job job) {
    return table.countRows(job);
  }

  @Override
  public RowPage rows(long first, int count, List<String> columns, Job job) {
    return table.rows(first, count, columns, job);
  }

  @Override
  public <A> A ask(Question<A> question, Job job) {
    return table.ask(question, job);
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    return table.viewed(view, job);
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    return table.matching(filter, job);
  }

  @Override
  public long bytesToFetch(List<String> columns, Job job) {
    return table.bytesToFetch(columns, job);
  }

  @Override
  public long bytesToFetch(List<String> columns, Predicate where, Job job) {
    return table.bytesToFetch(columns, where, job);
  }

  @Override
  public <T> T fetched(
      List<String> columns, Predicate where, Function<List<LocalFile>, T> action, Job job) {
    return table.fetched(columns, where, action, job);
  }
}
