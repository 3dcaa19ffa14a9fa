package org.shareexplorer.engine;

import java.util.List;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Snapshot;

/**
 * A table whose questions are answered from some of its rows, for those that are too large for all
 * of them. Rows are read as ever. Thread-safe.
 *
 * @param table the table
 * @param every one of so many rows counts; at least 2
 */
public record SampledTable(OpenTable table, int every) implements OpenTable {

  /** Questions about so many rows fit into memory. */
  private static final long ROWS = 1_000_000;

  /** Of tables with very many files, so many stand for all. */
  static final int FILES = 400;

  /**
   * {@return a table of about a million rows of another, or of half of them if it has fewer; of
   * very many files, some are taken with such of their rows}
   */
  public static SampledTable of(OpenTable table, Job job) {
    OpenTable whole = table.completed(job);
    long rows = whole.countRows(job);
    long every = Math.clamp((rows + ROWS - 1) / ROWS, 2, Integer.MAX_VALUE);
    long files = everyFile(files(whole));
    return new SampledTable(
        whole, Math.clamp((every + files - 1) / files * files, 2, Integer.MAX_VALUE));
  }

  /**
   * What is taken.
   *
   * @param files of one of how many files; 1 if of all
   * @param rows one of how many rows of those; 1 if all
   */
  public record Share(int files, int rows) {}

  /** {@return which of the table's rows count} */
  public Share share() {
    int files = everyFile(files(table));
    return new Share(files, Math.max(1, every / files));
  }

  private static int files(OpenTable table) {
    return table instanceof ViewedTable view ? view.files() : table.snapshot().files().size();
  }

  /** {@return one of how many files is looked into; 1 if all can be} */
  static int everyFile(int files) {
    return files <= TableFiles.MOST_FILES ? 1 : (files + FILES - 1) / FILES;
  }

  @Override
  public <A> A ask(Question<A> question, Job job) {
    return table.ask(new SampledQuestion<>(question, every), job);
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    return new SampledTable(table.viewed(view, job), every);
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
    return new SampledTable(table.completed(job), every);
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
  public long bytesToFetch(List<String> columns, Job job) {
    return table.bytesToFetch(columns, job);
  }
}
