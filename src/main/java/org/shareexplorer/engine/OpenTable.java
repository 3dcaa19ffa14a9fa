package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.filter.Predicate;

/**
 * A table at one version, ready for questions. Methods block, count their cost on the job, end
 * within 200 ms of its cancellation, and throw {@link ProblemException}. Thread-safe. What was read
 * once is kept on disk and not fetched again.
 */
public interface OpenTable {

  /** {@return what the table consists of; while it is not complete, its first files only} */
  Snapshot snapshot();

  /**
   * {@return whether all of the table's files are listed, which takes its time where there are very
   * many; questions, and rows farther down, wait for it}
   */
  default boolean complete() {
    return true;
  }

  /** Waits until all files are listed. */
  default OpenTable completed(Job job) {
    return this;
  }

  /** {@return the number of rows, where statistics or the footers read so far tell it exactly} */
  OptionalLong rowCount();

  /** {@return the number of rows; reads footers where that takes some} */
  long countRows(Job job);

  /**
   * Reads rows in the table's order, fetching no more than the pages that hold them.
   *
   * @param first number of the first row, from 0
   * @param count how many at most; fewer come at the table's end, where values are so large that
   *     not even these fit into memory, and while rows are still being found: then the next ones
   *     are to be asked for again
   * @param columns names of the columns wanted, at least one
   */
  RowPage rows(long first, int count, List<String> columns, Job job);

  /**
   * Reads rows however large they are, some at a time.
   *
   * @param kept what is kept of each row, as they come
   * @return all of the rows; fewer than asked for at the table's end only
   */
  default RowPage rowsAs(
      long first,
      int count,
      List<String> columns,
      UnaryOperator<List<@Nullable Object>> kept,
      Job job) {
    return rowsAs(first, count, columns, kept, _ -> {}, job);
  }

  /**
   * Does the same, and tells of those that are there while others are still waited for.
   *
   * @param soFar gets them, from the first one on, now and then
   */
  default RowPage rowsAs(
      long first,
      int count,
      List<String> columns,
      UnaryOperator<List<@Nullable Object>> kept,
      Consumer<RowPage> soFar,
      Job job) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (true) {
      RowPage page = rows(first + rows.size(), count - rows.size(), columns, job);
      page.rows().forEach(row -> rows.add(kept.apply(row)));
      RowPage all = new RowPage(page.columns(), first, List.copyOf(rows), page.end());
      if (rows.size() >= count || page.end() || page.rows().isEmpty()) {
        return all;
      }
      soFar.accept(all);
    }
  }

  /**
   * Answers a question over all rows, fetching no more than the columns it is about.
   *
   * @throws ProblemException with code {@code QUESTION} if a column is unknown or of a type that
   *     does not fit
   */
  <A> A ask(Question<A> question, Job job);

  /**
   * {@return the rows of a view as a table of their own: its rows are numbered in the view's order,
   * their number is known, questions are about them alone, and its own {@code viewed} takes the
   * place of this view} Reads no more than the columns that the view is about, and nothing where
   * partition values, statistics or footers tell that no row matches, or all do.
   *
   * @throws ProblemException with code {@code QUESTION} if the view does not fit the columns
   */
  OpenTable viewed(View view, Job job);

  /**
   * {@return those of these rows that match, to be asked about} Which rows they are is not looked
   * for before somebody reads them.
   *
   * @throws ProblemException with code {@code QUESTION} if the filter does not fit the columns
   */
  OpenTable matching(Predicate filter, Job job);

  /**
   * {@return about how many bytes a question over all rows of some columns would fetch; 0 if they
   * are on disk} Where there are many files, some of them stand for all.
   */
  default long bytesToFetch(List<String> columns, Job job) {
    return 0;
  }

  /**
   * Has columns in local files for as long as an action takes, which may be run twice.
   *
   * @param columns names of the columns wanted
   * @param where what rows must match to be of interest: where partition values, statistics or
   *     footers tell that none does, files and row groups are left out
   * @param action gets the local files; rows that do not match are among theirs
   */
  default <T> T fetched(
      List<String> columns, Predicate where, Function<List<LocalFile>, T> action, Job job) {
    throw new Problem(
            ProblemCode.QUESTION,
            "This table cannot be queried.",
            "It is not one that a provider shares.",
            "Query the table that it was made of.")
        .asException();
  }

  /** {@return about how many bytes that would fetch} */
  default long bytesToFetch(List<String> columns, Predicate where, Job job) {
    return bytesToFetch(columns, job);
  }
}
