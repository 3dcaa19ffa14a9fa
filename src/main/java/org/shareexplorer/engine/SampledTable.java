package org.shareexplorer.engine;

import java.util.List;
import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * A table whose questions are answered from some of its rows. Rows are read as ever. Thread-safe.
 *
 * @param table the table
 * @param sample which rows count
 */
public record SampledTable(OpenTable table, Sample sample) implements OpenTable {

  /** Questions about so many rows fit into memory. */
  private static final long ROWS = 1_000_000;

  /** Of tables with very many files, so many stand for all. */
  static final int FILES = 400;

  /** Which rows count. */
  public sealed interface Sample {

    /**
     * Some of all files' rows, or of some files', evenly spread.
     *
     * @param every one of so many rows; at least 2
     */
    record Spread(int every) implements Sample {}

    /** Those of a few row groups, for an answer until there is one from all rows. */
    record Parts() implements Sample {}
  }

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
        whole,
        new Sample.Spread(Math.clamp((every + files - 1) / files * files, 2, Integer.MAX_VALUE)));
  }

  /** {@return a table of which a few row groups are looked at; of few, it refuses all questions} */
  public static SampledTable glimpse(OpenTable table, Job job) {
    return new SampledTable(table.completed(job), new Sample.Parts());
  }

  /** What is taken. */
  public sealed interface Share {

    /**
     * Rows that are evenly spread.
     *
     * @param files of one of how many files; 1 if of all
     * @param rows one of how many rows of those; 1 if all
     */
    record Spread(int files, int rows) implements Share {}

    /** A few parts from all over the table. */
    record Parts() implements Share {}
  }

  /** {@return which of the table's rows count} */
  public Share share() {
    return switch (sample) {
      case Sample.Spread(int every) -> {
        int files = everyFile(files(table));
        yield new Share.Spread(files, Math.max(1, every / files));
      }
      case Sample.Parts() -> new Share.Parts();
    };
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
    return table.ask(
        switch (sample) {
          case Sample.Spread(int every) -> new SampledQuestion<>(question, every);
          case Sample.Parts() -> new GlimpseQuestion<>(question);
        },
        job);
  }

  @Override
  public OpenTable viewed(View view, Job job) {
    return new SampledTable(table.viewed(view, job), sample);
  }

  @Override
  public OpenTable matching(Predicate filter, Job job) {
    return new SampledTable(table.matching(filter, job), sample);
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
    return new SampledTable(table.completed(job), sample);
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
